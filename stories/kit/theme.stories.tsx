import type { Meta, StoryObj } from '@storybook/react-vite'
import { useLayoutEffect, type ReactNode } from 'react'
import { expect, waitFor } from 'storybook/test'
import { ProblemInline, ProblemPending } from '../../src/index.ts'
import { Scene } from './scenes.tsx'
import { Fails } from './shell.tsx'
import { sceneAnswers } from './wire.ts'

/** What a theme may set; all of it is a custom property on `:root`, or on any element with `data-theme`. */
interface Theme {
  /** `--remedy-radius`: how round a card is; buttons follow. */
  readonly radius: string
  /** `--remedy-space`: the measure of paddings and margins. */
  readonly space: string
  /** `--remedy-width`: how wide a toast is. */
  readonly width: string
  /** `--remedy-surface`: what a toast and a dialog are made of. */
  readonly surface: string
  /** `--remedy-ink`: titles, and the first button. */
  readonly ink: string
  /** `--remedy-error`: the tone of a failure. */
  readonly error: string
}

const colours = ['surface', 'ink', 'quiet', 'line', 'ring', 'info', 'warning', 'error', 'critical'] as const

const meta: Meta<Theme> = {
  title: 'The kit/Theme',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
  argTypes: { surface: { control: 'color' }, ink: { control: 'color' }, error: { control: 'color' } },
  args: { radius: '', space: '', width: '', surface: '', ink: '', error: '' },
  beforeEach: ({ msw }) => msw.use(sceneAnswers()),
  render: (theme) => <ThemePage theme={theme} />,
  play: () =>
    waitFor(() => expect(document.querySelector('[data-remedy-surface="toast"]')).toBeVisible(), { timeout: 5_000 }),
}
export default meta

/** As it comes. Every property can be tried in the controls; light, dark and right to left are in the toolbar. */
export const AsItComes: StoryObj<Theme> = {}

/** Square, tight, on paper. */
export const Square: StoryObj<Theme> = { args: { radius: '0', space: '0.75rem', width: '22rem' } }

/** Round, and in the colours of a brand. */
export const Round: StoryObj<Theme> = { args: { radius: '1.5rem', error: '#8a1c7c' } }

function ThemePage({ theme }: { readonly theme: Theme }): ReactNode {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const set = Object.entries(theme).filter(([, value]) => value !== '')
    for (const [name, value] of set) style.setProperty(`--remedy-${name}`, String(value))
    return () => {
      for (const [name] of set) style.removeProperty(`--remedy-${name}`)
    }
  }, [theme])
  return (
    <Scene>
      <main className="theme">
        <dl>
          {colours.map((name) => (
            <div key={name}>
              <dt style={{ background: `var(--remedy-${name})` }} />
              <dd>{`--remedy-${name}`}</dd>
            </div>
          ))}
        </dl>
        <Fails path="code">{(failed) => <ProblemInline of={failed} />}</Fails>
        <Fails path="tool">{(failed) => <ProblemPending of={failed} />}</Fails>
        <Fails path="voice" />
      </main>
    </Scene>
  )
}
