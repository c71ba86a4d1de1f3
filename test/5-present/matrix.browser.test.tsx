import { version } from 'react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { claimers, type Claimer } from './matrix/claimers.tsx'
import { leavings, ownersOf, play, type Batch, type Leaving, type Seen } from './matrix/cell.tsx'

const isReact18 = version.startsWith('18.')

// React 18 throws what it catches at the window once more, for debuggers, and the runner writes that to the console.
beforeEach(() => {
  if (!isReact18) return
  const { error } = console
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    if (!/^Error: Uncaught (Error: broken|Problem: BROKEN)/.test(String(said[0]))) error(...said)
  })
  const quiet = (event: ErrorEvent) => event.preventDefault()
  window.addEventListener('error', quiet)
  onTestFinished(() => window.removeEventListener('error', quiet))
})

/** Plays all claimers, with plain hooks and with ours, and says what of it is against the law. */
async function offences(batch: Omit<Batch, 'ours'>): Promise<string[]> {
  const all = Object.entries(claimers)
  const found = [false, true].map(async (ours) => {
    const seen = await play(Object.values(claimers), { ...batch, ours })
    return all.flatMap(([name, claimer], index) =>
      !ours && claimer.untold === true && isReact18
        ? []
        : breaches(claimer, seen[index], batch.leaving).map(
            (each) => `${name} (${ours ? 'our' : 'plain'} hooks): ${each}`,
          ),
    )
  })
  return (await Promise.all(found)).flat()
}

function breaches(claimer: Claimer, seen: Seen | undefined, leaving: Leaving): string[] {
  if (seen === undefined) return ['not played']
  const { places, most, last, announced, reported } = seen
  const wanted = ownersOf(claimer, leaving)
  const found: string[] = []
  if (!wanted.includes(last)) found.push(`ends as ${last}, not as ${wanted.join(' or ')}`)
  if (most > 1) found.push(`in ${most} places at one time`)
  if (announced > 1) found.push(`announced ${announced} times`)
  if (places.length === 0 && !wanted.includes('nothing')) found.push('never shown')
  if (reported !== 1) found.push(`reported ${reported} times`)
  // What is gone before it could be said is not said; what takes the focus is read, and what others draw is theirs.
  if (['toast', 'inline'].includes(last) && announced === 0) found.push('never announced')
  if (last === 'page' && announced > 0) found.push('announced, and read when it took the focus')
  if (leaving === 'never' && claimer.late !== true && places.some((place) => place !== claimer.stays))
    found.push(`went ${places.join(' → ')}`)
  return found
}

describe.each([{ strict: false }, { strict: true }])('a failure is in one place (StrictMode: $strict)', (mode) => {
  it.each(leavings)('whoever claims it, when the claiming part leaves: %s', async (leaving) => {
    expect(await offences({ ...mode, leaving })).toEqual([])
  })

  it('whoever claims it, with the main thread busy for 200 ms at the failure', async () => {
    expect(await offences({ ...mode, leaving: 'never', block: 200 })).toEqual([])
  })
})

describe('a commit that a busy thread put off', () => {
  it('comes before the toast all the same', async () => {
    const { 'inline that React defers': deferred } = claimers
    for (const block of [60, 120, 240]) {
      const [seen] = await play(deferred === undefined ? [] : [deferred], {
        leaving: 'never',
        ours: true,
        strict: false,
        block,
      })
      expect(seen?.places).toEqual(['inline'])
    }
  })
})
