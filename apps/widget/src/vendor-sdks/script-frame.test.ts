import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followScriptFrame } from '../bridge/follow-script-frame.ts'
import { runScriptFrame } from './run-script-frame.ts'
import type { SdkStep } from './start-vendor-sdk.ts'

const HOME = 'https://links.example'
const OWN = 'https://abc.scripts.example'
const STEP: SdkStep = {
  next: 'vendor_sdk',
  sdk: 'onfido',
  script_url: 'https://cdn.example/x.js',
  options: {},
}
const element = {} as HTMLElement

const message = (init: object) => Object.assign(new Event('message'), { ports: [], ...init })
const ports: MessagePort[] = []
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  for (const port of ports.splice(0)) port.close()
})

/** A page with a frame in it, each noting what it is told. */
const open = () => {
  const posted: { data: unknown; target: string; ports: MessagePort[] }[] = []
  const contentWindow = {
    postMessage: (data: unknown, target: string, given: MessagePort[] = []) => {
      ports.push(...given)
      posted.push({ data, target, ports: given })
    },
  }
  const host = new EventTarget()
  const onHanded = vi.fn()
  const onFailed = vi.fn()
  const frame = { contentWindow } as unknown as HTMLIFrameElement
  const stop = followScriptFrame({
    frame,
    step: STEP,
    origin: OWN,
    onHanded,
    onFailed,
    host: host as unknown as Window,
  })
  const say = (init: object = {}) =>
    host.dispatchEvent(
      message({ source: contentWindow, origin: OWN, data: { type: 'script-frame-ready' }, ...init }),
    )
  return { posted, onHanded, onFailed, say, stop }
}

it('hands the step to the frame once, to exactly its origin, and hears what comes of it', async () => {
  const { posted, say, onHanded } = open()
  say()
  say()
  expect(posted.map(({ data, target }) => ({ data, target }))).toEqual([
    { data: { type: 'start', step: STEP }, target: OWN },
  ])
  const [port] = posted[0]?.ports ?? []
  port?.postMessage({ type: 'nonsense' })
  port?.postMessage({ type: 'handed', handed: { event: 'complete', data: 1 } })
  await vi.waitFor(() => expect(onHanded).toHaveBeenCalledExactlyOnceWith({ event: 'complete', data: 1 }))
})

it.each([
  ['another window', { source: {} }],
  ['another origin', { origin: HOME }],
  ['an opaque origin', { origin: 'null' }],
  ['something else', { data: 'script-frame-ready' }],
])('tells nothing to %s', (_, init) => {
  const { posted, say } = open()
  say(init)
  expect(posted).toEqual([])
})

it('gives up on a frame that never comes', () => {
  const { onFailed } = open()
  vi.advanceTimersByTime(30_000)
  expect(onFailed).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: 'NETWORK', retryable: true }),
  )
})

it('runs the script for the page around and for nobody else, and tells data only', async () => {
  const parent = { postMessage: vi.fn() }
  const view = Object.assign(new EventTarget(), { parent }) as unknown as Window
  const start = vi.fn()
  runScriptFrame({ home: HOME, element, start, view })
  expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ visavis: 1 }), HOME)
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  const tell = (init: object) =>
    view.dispatchEvent(
      message({ source: parent, origin: HOME, data: { type: 'start', step: STEP }, ...init }),
    )
  tell({ ports: [port2], source: {} })
  tell({ ports: [port2], origin: 'https://evil.example' })
  tell({ ports: [] })
  expect(start).not.toHaveBeenCalled()
  tell({ ports: [port2] })
  tell({ ports: [port2] })
  expect(start).toHaveBeenCalledOnce()
  const told = vi.fn()
  port1.onmessage = ({ data }) => told(data)
  start.mock.calls[0]?.[0].onHanded({ event: 'complete', data: { id: 1, close: () => {} } })
  await vi.waitFor(() =>
    expect(told).toHaveBeenCalledWith({ type: 'handed', handed: { event: 'complete', data: { id: 1 } } }),
  )
})
