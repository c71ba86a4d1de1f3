import type { Decorator, Preview } from '@storybook/react-vite'
import { setupWorker } from 'msw/browser'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { StrictMode, useLayoutEffect, type ReactNode } from 'react'
import { directionOf } from '../src/5-present/words/languages.ts'
import { globalTypes, initialGlobals, type Globals } from './globals.ts'
import '../src/styles.css'

interface SurroundingsProps {
  readonly globals: Globals
  readonly children: ReactNode
}

/** What the toolbar chose, where pages have it: on the root element. */
function Surroundings({ globals, children }: SurroundingsProps): ReactNode {
  const { locale, direction, theme, motion } = globals
  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = locale
    root.dir = direction === 'auto' ? directionOf(locale) : direction
    root.dataset['remedyTheme'] = theme
    root.dataset['remedyMotion'] = motion
    root.style.colorScheme = theme
    root.style.background = 'Canvas'
    root.style.color = 'CanvasText'
  }, [locale, direction, theme, motion])
  return children
}

const surround: Decorator = (Story, { globals }) => {
  const chosen = { ...initialGlobals, ...globals } as Globals
  const story = (
    <Surroundings globals={chosen}>
      <Story />
    </Surroundings>
  )
  return chosen.strict === 'on' ? <StrictMode>{story}</StrictMode> : story
}

const preview: Preview = {
  decorators: [surround],
  globalTypes,
  initialGlobals,
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker()
      await worker.start({
        quiet: true,
        onUnhandledRequest: 'bypass',
        serviceWorker: { url: './mockServiceWorker.js' },
      })
      return worker
    }),
  ],
}

export default preview
