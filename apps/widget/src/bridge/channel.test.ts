import { isReady } from '@visavis/shared/embed-handshake'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openHostChannel } from './channel.ts'

const HOST = 'https://shop.example'
const OTHER = 'https://pay.example'

interface Posted {
  data: unknown
  target: string
}

/** A frame's window with a parent that notes what it is told. */
const createView = ({ parentOrigin, referrer = '' }: { parentOrigin?: string; referrer?: string } = {}) => {
  const posted: Posted[] = []
  const parent = { postMessage: (data: unknown, target: string) => posted.push({ data, target }) }
  const location = parentOrigin ? { ancestorOrigins: [parentOrigin] } : {}
  const view = Object.assign(new EventTarget(), { parent, location, document: { referrer } })
  const nonces = () => posted.flatMap(({ data }) => (isReady(data) ? data.nonce : []))
  const tell = (change: Partial<MessageEventInit> = {}) => {
    const { port1, port2 } = new MessageChannel()
    const event = Object.assign(new Event('message'), {
      source: parent,
      origin: HOST,
      data: { visavis: 1, type: 'acknowledge', nonce: nonces()[0] },
      ports: [port2],
      ...change,
    })
    view.dispatchEvent(event)
    return port1
  }
  return { view: view as unknown as Window, parent, posted, nonces, tell }
}

const nextMessage = (port: MessagePort) =>
  new Promise((resolve) => {
    port.onmessage = ({ data }) => resolve(data)
  })

const ports: MessagePort[] = []
const keep = (port: MessagePort) => {
  ports.push(port)
  return port
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => {
  vi.useRealTimers()
  for (const port of ports.splice(0)) port.close()
})

describe('saying that the frame is there', () => {
  it('tells the parent that the browser names, by its exact origin, until it answers', () => {
    const { view, posted, tell } = createView({ parentOrigin: OTHER })
    openHostChannel({ allowedOrigins: [HOST, OTHER], onData: vi.fn(), view })
    vi.advanceTimersByTime(600)
    expect(posted.map(({ target }) => target)).toEqual([OTHER, OTHER, OTHER])
    keep(tell({ origin: OTHER }))
    vi.advanceTimersByTime(10_000)
    expect(posted).toHaveLength(3)
  })

  it.each([
    ['goes by the referrer', { referrer: `${OTHER}/checkout?cart=7` }, [OTHER]],
    ['tells each that it may be, where neither is known', {}, [HOST, OTHER]],
    ['believes no name that is not allowed', { parentOrigin: 'https://evil.example' }, [HOST, OTHER]],
  ])('%s', (_, known, targets) => {
    const { view, posted } = createView(known)
    openHostChannel({ allowedOrigins: [HOST, OTHER], onData: vi.fn(), view })
    expect(posted.map(({ target }) => target)).toEqual(targets)
  })

  it('never tells everyone, and nobody when nobody is allowed', () => {
    const { view, posted } = createView({ parentOrigin: HOST })
    openHostChannel({ allowedOrigins: [], onData: vi.fn(), view })
    vi.advanceTimersByTime(120_000)
    expect(posted).toEqual([])
  })

  it('gives up after a minute', () => {
    const { view, posted } = createView({ parentOrigin: HOST })
    openHostChannel({ allowedOrigins: [HOST], onData: vi.fn(), view })
    vi.advanceTimersByTime(600_000)
    expect(posted).toHaveLength(240)
  })
})

describe('the answer', () => {
  const open = () => {
    const onData = vi.fn()
    const fake = createView({ parentOrigin: HOST })
    const channel = openHostChannel({ allowedOrigins: [HOST], onData, view: fake.view })
    return { ...fake, channel, onData }
  }
  const STRANGER = {} as MessageEventSource

  it.each<[string, Partial<MessageEventInit>]>([
    ['another window of an allowed origin', { source: STRANGER }],
    ['no window', { source: null }],
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that begins alike', { origin: `${HOST}.evil.example` }],
    ['an opaque origin', { origin: 'null' }],
    ['another nonce', { data: { visavis: 1, type: 'acknowledge', nonce: 'guess' } }],
    ['another version', { data: { visavis: 2, type: 'acknowledge', nonce: '' } }],
    ['no port', { ports: [] }],
    ['text', { data: '{"visavis":1}' }],
    ['nothing', { data: null }],
  ])('does not count from %s; the honest one still does', async (_, change) => {
    const { channel, tell } = open()
    keep(tell(change))
    expect(channel.isOpen()).toBe(false)
    const port = keep(tell())
    expect(channel.isOpen()).toBe(true)
    channel.send({ type: 'frame.closed' })
    expect(await nextMessage(port)).toEqual({ type: 'frame.closed', visavis: 1 })
  })

  it('counts once: a second one, replayed or not, changes nothing', async () => {
    const { channel, tell, onData } = open()
    const port = keep(tell())
    const late = keep(tell())
    const onLate = vi.fn()
    late.onmessage = onLate
    late.postMessage({ visavis: 1, type: 'close' })
    channel.send({ type: 'frame.escaped' })
    expect(await nextMessage(port)).toEqual({ type: 'frame.escaped', visavis: 1 })
    port.postMessage({ visavis: 1, type: 'set-locale', locale: 'de' })
    await vi.waitFor(() => expect(onData).toHaveBeenCalledTimes(1))
    expect(onData).toHaveBeenCalledWith({ visavis: 1, type: 'set-locale', locale: 'de' })
    expect(onLate).not.toHaveBeenCalled()
  })

  it('lets out what was said before, in order', async () => {
    const { channel, tell } = open()
    channel.send({ type: 'capture.ready', attemptId: 'a' })
    channel.send({ type: 'capture.started', attemptId: 'a' })
    const port = keep(tell())
    const heard: unknown[] = []
    port.onmessage = ({ data }) => heard.push(data.type)
    await vi.waitFor(() => expect(heard).toEqual(['capture.ready', 'capture.started']))
  })
})
