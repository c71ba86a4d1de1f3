import type { Preview } from '@storybook/react-vite'
import { languages, type Language } from '../stories/own-words.ts'

/** What the toolbar can choose, and every story must hold under. */
export interface Globals {
  readonly locale: Language
  /** `auto`: that of the language. */
  readonly direction: 'auto' | 'ltr' | 'rtl'
  readonly theme: 'light' | 'dark'
  readonly strict: 'on' | 'off'
  readonly motion: 'full' | 'reduced'
}

export const initialGlobals: Globals = {
  locale: 'en',
  direction: 'auto',
  theme: 'light',
  strict: 'on',
  motion: 'full',
}

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  locale: menu('Language', 'globe', languages),
  direction: menu('Direction', 'transfer', {
    auto: 'Direction of the language',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  theme: menu('Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
  strict: menu('StrictMode', 'lock', { on: 'StrictMode on', off: 'StrictMode off' }),
  motion: menu('Motion', 'play', { full: 'Motion as the system says', reduced: 'Reduced motion' }),
}

type Icon = 'globe' | 'transfer' | 'contrast' | 'lock' | 'play'

function menu(name: string, icon: Icon, titles: Readonly<Record<string, string>>) {
  const items = Object.entries(titles).map(([value, title]) => ({ value, title }))
  return { name, toolbar: { title: name, icon, items, dynamicTitle: true } }
}
