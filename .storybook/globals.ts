import type { Preview } from '@storybook/react-vite'

/** What the toolbar can choose, and every story must hold under. */
export interface Globals {
  readonly locale: 'en' | 'zh-CN' | 'zh-TW'
  readonly direction: 'ltr' | 'rtl'
  readonly theme: 'light' | 'dark'
  readonly strict: 'on' | 'off'
  readonly motion: 'full' | 'reduced'
}

export const initialGlobals: Globals = {
  locale: 'en',
  direction: 'ltr',
  theme: 'light',
  strict: 'on',
  motion: 'full',
}

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  locale: menu('Language', 'globe', { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' }),
  direction: menu('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
  theme: menu('Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
  strict: menu('StrictMode', 'lock', { on: 'StrictMode on', off: 'StrictMode off' }),
  motion: menu('Motion', 'play', { full: 'Motion as the system says', reduced: 'Reduced motion' }),
}

type Icon = 'globe' | 'transfer' | 'contrast' | 'lock' | 'play'

function menu(name: string, icon: Icon, titles: Readonly<Record<string, string>>) {
  const items = Object.entries(titles).map(([value, title]) => ({ value, title }))
  return { name, toolbar: { title: name, icon, items, dynamicTitle: true } }
}
