// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { naturalTriggers, triggerFor, triggers, type Step } from '../../examples/app/routes.ts'
import { createDemoServer } from '../../examples/server/index.ts'
import { wire } from '../../examples/server/wire.ts'

describe('the map from codes to controls', () => {
  test('names for each code of the server the trigger from which it comes, and for no other', () => {
    expect(Object.keys(naturalTriggers).toSorted()).toEqual(Object.keys(wire).toSorted())
  })

  test.each(Object.entries(triggers))('%s leads to a route that can be broken', (_name, { route }) => {
    expect(createDemoServer().routes).toContain(route)
  })

  test.each(Object.entries(triggers))('%s says in words where to click', (_name, { hint, page }) => {
    expect(hint).toMatch(/\S/)
    expect(page).toMatch(/^\//)
  })

  test('presses only what a user can press', () => {
    const steps: readonly Step[] = Object.values(triggers).flatMap((trigger): readonly Step[] => trigger.steps)
    for (const step of steps) expect(step.do === 'call' ? step.path : step.on).not.toBe('')
  })

  test('has no trigger for a code of another backend', () => {
    expect(triggerFor('toString')).toBeUndefined()
    expect(triggerFor('CARD_DECLINED')).toBeUndefined()
  })
})
