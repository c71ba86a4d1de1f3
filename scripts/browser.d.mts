/** What Playwright must know to start the browser of this machine. */
export interface BrowserLaunch {
  executablePath?: string
  args: string[]
  env?: Record<string, string>
}
export const noteFile: string
export function browserFlags(): string[]
export function launchOptions(): BrowserLaunch
export function ownBrowserExists(): boolean
export function systemBrowsers(): string[]
