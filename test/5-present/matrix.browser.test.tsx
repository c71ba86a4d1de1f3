import { describe, expect, it } from 'vitest'
import { claimers } from './matrix/claimers.tsx'
import { leavings, play, type Batch, type Seen } from './matrix/cell.tsx'

/** Plays all claimers, with plain hooks and with ours, and says what of it is against the law. */
async function offences(batch: Omit<Batch, 'ours'>): Promise<string[]> {
  const names = Object.keys(claimers)
  const found = [false, true].map(async (ours) => {
    const seen = await play(Object.values(claimers), { ...batch, ours })
    return seen.flatMap((each, index) => {
      const name = names[index] ?? ''
      return breaches(name, each, batch).map((breach) => `${name} (${ours ? 'our' : 'plain'} hooks): ${breach}`)
    })
  })
  return (await Promise.all(found)).flat()
}

function breaches(
  name: string,
  { places, most, last, announced }: Seen,
  { leaving }: Pick<Batch, 'leaving'>,
): string[] {
  const { stays = 'nothing', gone = 'nothing', late = false } = claimers[name] ?? {}
  const wanted = leaving === 'never' ? [stays] : [gone].flat()
  const found: string[] = []
  if (!wanted.includes(last)) found.push(`ends as ${last}, not as ${wanted.join(' or ')}`)
  if (most > 1) found.push(`in ${most} places at one time`)
  if (announced > 1) found.push(`announced ${announced} times`)
  if (places.length === 0 && !wanted.includes('nothing')) found.push('never shown')
  // What is gone before it could be said is not said.
  if (last !== 'nothing' && last !== 'field' && announced === 0) found.push('never announced')
  if (leaving === 'never' && !late && places.some((place) => place !== stays)) found.push(`went ${places.join(' → ')}`)
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
