import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { extendContract } from '../../../src/core.ts'
import {
  createRemedyClient,
  ErrorProvider,
  ProblemInline,
  useApiStream,
  type ApiStream,
  type ApiStreamOptions,
  type RemedyClient,
  type StreamContext,
} from '../../../src/index.ts'
import { answers } from './samples.ts'

describe('useApiStream', () => {
  it('connects once in StrictMode, shows what comes, and is closed by the end', async () => {
    const { wires, connect } = backend()
    render(
      <App>
        <Stream connect={connect} />
      </App>,
    )
    expect(screen.getByTestId('status')).toHaveTextContent('connecting')
    await open(wires, 1)
    await waitFor(() => expect(screen.getByTestId('status')).toHaveTextContent('open'))
    await say(wires[0], 'data: a\n\ndata: b\n\n')
    expect(screen.getByTestId('events')).toHaveTextContent('ab')
    await say(wires[0], 'data: [DONE]\n\n')
    expect(screen.getByTestId('status')).toHaveTextContent('closed')
    expect(wires).toHaveLength(1)
  })

  it('ends its request when it is unmounted, and its incident with it', async () => {
    const client = createRemedyClient({ contracts: [answers] })
    const { wires, connect } = backend()
    const { rerender } = render(
      <App client={client}>
        <Stream connect={connect} />
      </App>,
    )
    await open(wires, 1)
    await say(wires[0], 'data: a\n\n')
    rerender(<App client={client}>{null}</App>)
    expect(wires[0]?.signal.aborted).toBe(true)
    rerender(
      <App client={client}>
        <Stream connect={connect} />
      </App>,
    )
    await open(wires, 2)
    await say(wires[1], 'data: a\n\n')
    await end(wires[1])
    await waitFor(() => expect(client.store.getState().incidents).toHaveLength(1))
    rerender(<App client={client}>{null}</App>)
    await waitFor(() => expect(client.store.getState().incidents).toEqual([]))
  })

  it('keeps on screen what came before it broke off; the part beside it offers the retry, which goes on after it', async () => {
    const user = userEvent.setup()
    const { wires, connect } = backend()
    render(
      <App>
        <Stream connect={connect} />
      </App>,
    )
    await open(wires, 1)
    await say(wires[0], 'id: 7\ndata: a\n\nevent: error\ndata: {"error":{"type":"overloaded_error"}}\n\n')
    await waitFor(() => expect(screen.getByTestId('status')).toHaveTextContent('error overloaded_error'))
    expect(screen.getByTestId('events')).toHaveTextContent('a')
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await open(wires, 2)
    expect(wires[1]).toMatchObject({ lastEventId: '7', headers: { 'Last-Event-ID': '7' } })
    await say(wires[1], 'id: 8\ndata: b\n\n')
    expect(screen.getByTestId('events')).toHaveTextContent('ab')
    expect(screen.getByTestId('status')).toHaveTextContent('open')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull())
  })

  it('keeps what came until a stream that begins anew is open', async () => {
    const { wires, connect } = backend()
    const { stream } = renderStream({ connect })
    await open(wires, 1)
    await say(wires[0], 'data: a\n\n')
    await end(wires[0])
    await waitFor(() => expect(stream().status).toBe('error'))
    act(() => stream().reconnect())
    expect(stream()).toMatchObject({ status: 'connecting', problem: null, error: null })
    expect(stream().events.map(({ data }) => data)).toEqual(['a'])
    expect(wires[1]?.lastEventId).toBeUndefined()
    await open(wires, 2)
    await waitFor(() => expect(stream()).toMatchObject({ status: 'open', events: [] }))
  })

  it('is another stream under another key: no render shows the events of the one before', async () => {
    const { wires, connect } = backend()
    const seen: string[] = []
    const onRender = (name: string, { events }: ApiStream) =>
      seen.push(`${name}:${events.map(({ data }) => data).join('')}`)
    const { rerender } = render(
      <App>
        <Stream connect={connect} name="one" onRender={onRender} />
      </App>,
    )
    await open(wires, 1)
    await say(wires[0], 'id: 1\ndata: a\n\n')
    rerender(
      <App>
        <Stream connect={connect} name="two" onRender={onRender} />
      </App>,
    )
    await open(wires, 2)
    expect(wires[0]?.signal.aborted).toBe(true)
    expect(wires[1]?.lastEventId).toBeUndefined()
    await say(wires[1], 'data: b\n\n')
    expect(new Set(seen)).toEqual(new Set(['one:', 'one:a', 'two:', 'two:b']))
  })

  it('waits until it is enabled, and is closed while it is not', async () => {
    const { wires, connect } = backend()
    const { rerender } = render(
      <App>
        <Stream connect={connect} enabled={false} />
      </App>,
    )
    await act(async () => {})
    expect(wires).toHaveLength(0)
    expect(screen.getByTestId('status')).toHaveTextContent('idle')
    rerender(
      <App>
        <Stream connect={connect} />
      </App>,
    )
    await open(wires, 1)
    await say(wires[0], 'id: 1\ndata: a\n\n')
    rerender(
      <App>
        <Stream connect={connect} enabled={false} />
      </App>,
    )
    expect(screen.getByTestId('status')).toHaveTextContent('idle')
    expect(screen.getByTestId('events')).toHaveTextContent('a')
    expect(wires[0]?.signal.aborted).toBe(true)
    rerender(
      <App>
        <Stream connect={connect} />
      </App>,
    )
    await open(wires, 2)
    expect(wires[1]?.lastEventId).toBe('1')
  })

  it('calls the functions of the latest render, and no render connects anew', async () => {
    const { wires, connect } = backend()
    const [before, after] = [vi.fn(), vi.fn()]
    const { rerender } = render(
      <App>
        <Stream connect={connect} onEvent={before} />
      </App>,
    )
    await open(wires, 1)
    await say(wires[0], 'data: a\n\n')
    rerender(
      <App>
        <Stream connect={(context) => connect(context)} onEvent={after} />
      </App>,
    )
    await say(wires[0], 'data: b\n\n')
    expect(before.mock.calls).toEqual([[{ event: 'message', data: 'a', id: '' }]])
    expect(after.mock.calls).toEqual([[{ event: 'message', data: 'b', id: '' }]])
    expect(wires).toHaveLength(1)
  })

  it('takes remedies and a surface of its own', async () => {
    const client = createRemedyClient({ contracts: [answers] })
    const { wires, connect } = backend()
    renderStream({ connect, remedies: { STREAM_TRUNCATED: { severity: 'critical' } }, show: 'banner' }, client)
    await open(wires, 1)
    await say(wires[0], 'data: a\n\n')
    await end(wires[0])
    await waitFor(() => expect(client.store.getState().incidents).toHaveLength(1))
    const [incident] = client.store.getState().incidents
    expect(incident).toMatchObject({ shown: 'banner', remedy: { severity: 'critical' }, offer: ['retry'] })
  })

  it('finds the contract by the address where nobody named one', async () => {
    const marked = extendContract(answers, { match: '/marked/' })
    const client = createRemedyClient({ contracts: [marked] })
    const { wires, connect } = backend(new URL('/marked/7', location.href).href)
    const { stream } = renderStream({ connect, contract: undefined }, client)
    await open(wires, 1)
    await say(wires[0], 'data: {"error":{"code":"overloaded_error"}}\n\n')
    await waitFor(() => expect(stream().problem).toMatchObject({ contract: 'answers', code: 'overloaded_error' }))
  })

  it('opens nothing on a server', () => {
    const { wires, connect } = backend()
    const html = renderToString(
      <App>
        <Stream connect={connect} />
      </App>,
    )
    expect(html).toContain('idle')
    expect(wires).toHaveLength(0)
  })
})

interface StreamProps extends Partial<ApiStreamOptions<typeof answers>> {
  readonly connect: ApiStreamOptions['connect']
  readonly name?: string
  readonly onRender?: (name: string, stream: ApiStream<typeof answers>) => void
}

function Stream({ name = 'one', onRender, ...options }: StreamProps) {
  const stream = useApiStream({ contract: answers, streamKey: ['answer', name], ...options })
  onRender?.(name, stream)
  return (
    <>
      <p data-testid="status">{[stream.status, stream.problem?.code].join(' ')}</p>
      <p data-testid="events">{stream.events.map(({ data }) => data).join('')}</p>
      <ProblemInline of={stream} />
    </>
  )
}

/** A stream with no part of its own that shows its problem. */
function renderStream(options: StreamProps, client?: RemedyClient) {
  const { result } = renderHook(() => useApiStream({ contract: answers, streamKey: ['bare'], ...options }), {
    wrapper: ({ children }) => <App client={client}>{children}</App>,
  })
  return { stream: () => result.current }
}

function App({ client, children }: { readonly client?: RemedyClient | undefined; readonly children: ReactNode }) {
  return (
    <StrictMode>
      <ErrorProvider contracts={[answers]} client={client}>
        {children}
      </ErrorProvider>
    </StrictMode>
  )
}

interface Wire extends StreamContext {
  open(): void
  readonly body: ReadableStreamDefaultController<Uint8Array>
}

/** A backend in hand: each connection waits until it is opened, and sends what it is told to. */
function backend(url?: string) {
  const wires: Wire[] = []
  const connect = (context: StreamContext): Promise<Response> =>
    new Promise((resolve) => {
      const stream = new ReadableStream<Uint8Array>({
        start(body) {
          const response = new Response(null, { headers: { 'content-type': 'text/event-stream' } })
          Object.defineProperties(response, { body: { get: () => stream }, url: { value: url ?? '' } })
          wires.push({ ...context, body, open: () => resolve(response) })
        },
      })
    })
  return { wires, connect }
}

async function open(wires: readonly Wire[], count: number): Promise<void> {
  await waitFor(() => expect(wires).toHaveLength(count))
  await act(async () => wires.at(-1)?.open())
}

async function say(wire: Wire | undefined, text: string): Promise<void> {
  await act(async () => {
    wire?.body.enqueue(new TextEncoder().encode(text))
    await new Promise((resolve) => setTimeout(resolve))
  })
}

async function end(wire: Wire | undefined): Promise<void> {
  await act(async () => wire?.body.close())
}
