import { describe, expect, it } from 'vitest'
import { defineContract, extendContract, problemDetails, type StreamRules } from '../../src/core.ts'

const withStreams = (streams: unknown) =>
  defineContract({
    name: 'shop',
    dialects: [problemDetails],
    identity: 'code',
    catalogue: {},
    streams: streams as StreamRules,
  })

describe('the stream rules of a contract', () => {
  it('are kept as they are written', () => {
    const streams = { done: '[DONE]', error: () => false, maxStreams: 3, silence: 5000 }
    expect(withStreams(streams).streams).toEqual(streams)
    expect(withStreams(undefined).streams).toBeUndefined()
  })

  it('are laid over those of the base, one by one', () => {
    const base = withStreams({ done: '[DONE]', maxStreams: 3 })
    expect(extendContract(base, { streams: { maxStreams: 1 } }).streams).toEqual({ done: '[DONE]', maxStreams: 1 })
    expect(extendContract(base, {}).streams).toEqual(base.streams)
    expect(extendContract(withStreams(undefined), { streams: { silence: 1 } }).streams).toEqual({ silence: 1 })
    expect(base.streams).toEqual({ done: '[DONE]', maxStreams: 3 })
  })

  it.each([
    ['[DONE]', 'streams is "[DONE]"'],
    [{ end: '[DONE]' }, 'streams.end'],
    [{ done: true }, 'streams.done is true'],
    [{ error: /x/ }, 'streams.error'],
    [{ maxStreams: 0 }, 'streams.maxStreams is 0'],
    [{ maxStreams: 1.5 }, 'streams.maxStreams is 1.5'],
    [{ silence: Infinity }, 'streams.silence is Infinity'],
    [{ silence: '30s' }, 'streams.silence is "30s"'],
  ])('that would do nothing are refused: %j', (streams, complaint) => {
    expect(() => withStreams(streams)).toThrow(complaint)
    expect(() => extendContract(withStreams({}), { streams: streams as StreamRules })).toThrow(TypeError)
  })
})
