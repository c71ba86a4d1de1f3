import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import type { Step, Trigger } from '../../examples/app/routes.ts'

/** Whoever uses the demo: signs in over the API, opens pages, and does the steps of a trigger. */
export interface Actor {
  readonly page: Page
  /** Breaks the next requests to a route. */
  arm(fault: Readonly<Record<string, unknown>>): Promise<void>
  /** Opens the page of a trigger, signed in where it needs that. Asks for the rest only after `arm`. */
  open(trigger: Trigger): Promise<void>
  act(steps: readonly Step[]): Promise<void>
}

/** A user of one's own for each test, so that tests on one server never meet. */
export function createActor(page: Page, name: string): Actor {
  const email = `${name.toLowerCase().replaceAll('_', '-')}@example.com`
  const { request } = page

  async function signIn(): Promise<string> {
    await request.post('/api/auth/code', { data: { email } })
    const { code } = await json<{ code: string }>(request.get(`/__mailbox?email=${encodeURIComponent(email)}`))
    const grant = await json<{ accessToken: string }>(request.post('/api/auth/verify', { data: { email, otp: code } }))
    await page.goto('/sign-in')
    await page.evaluate((text) => localStorage.setItem('six-lines.grant', text), JSON.stringify(grant))
    return grant.accessToken
  }

  // A reading with a follow-up left: one that has just been cast.
  async function castOne(accessToken: string): Promise<string> {
    const headers = { authorization: `Bearer ${accessToken}` }
    const { sessions } = await json<{ sessions: readonly { id: string; followUpsLeft: number }[] }>(
      request.get('/api/sessions', { headers }),
    )
    return sessions.find(({ followUpsLeft }) => followUpsLeft > 0)?.id ?? ''
  }

  return {
    page,
    arm: async (fault) => {
      const answer = await request.post('/__faults', { data: fault })
      if (!answer.ok()) throw new Error(`the fault switch refused: ${await answer.text()}`)
    },
    open: async ({ as, page: path }) => {
      await request.delete('/__faults')
      await request.delete('/__log')
      // Quiet first: what a page asks by itself must be answered before anything is broken.
      const quiet = { waitUntil: 'networkidle' } as const
      if (as === 'guest') await page.goto(path, quiet)
      else {
        const accessToken = await signIn()
        await page.goto(
          path.includes('{session}') ? path.replace('{session}', await castOne(accessToken)) : path,
          quiet,
        )
      }
    },
    act: async (steps) => {
      for (const step of steps) await doStep(page, step)
    },
  }
}

async function json<T>(answer: Promise<{ json(): Promise<unknown> }>): Promise<T> {
  return (await (await answer).json()) as T
}

async function doStep(page: Page, step: Step): Promise<void> {
  if (step.do === 'fill') return page.locator(step.on).fill(step.with)
  if (step.do === 'click') return page.locator(step.on).click()
  if (step.do === 'choose') return page.locator(step.on).setInputFiles(files[step.file])
  await page.request.post(step.path, { data: step.body })
}

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const files = {
  png: { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') },
  wav: { name: 'voice.wav', mimeType: 'audio/wav', buffer: Buffer.from('RIFF\u0024\0\0\0WAVEfmt ', 'latin1') },
}
