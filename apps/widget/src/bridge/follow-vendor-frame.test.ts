import { expect, it } from 'vitest'
import { type FrameStep, followVendorFrame } from './follow-vendor-frame.ts'

const ORIGIN = 'https://vendor.example'
const STEP: FrameStep = {
  next: 'frame',
  url: `${ORIGIN}/capture`,
  origin: ORIGIN,
  allow: 'camera',
  rules: [
    { action: 'reply', match: { type: 'STARTED' }, message: { type: 'INIT', token: 't' } },
    { action: 'report', match: { type: 'ENDED', data: { ok: true } } },
  ],
}

const open = () => {
  const host = new EventTarget()
  const posted: unknown[] = []
  const contentWindow = { postMessage: (...args: unknown[]) => posted.push(args) }
  const reports: unknown[] = []
  const stop = followVendorFrame({
    frame: { contentWindow } as unknown as HTMLIFrameElement,
    step: STEP,
    onReport: (message) => reports.push(message),
    host: host as unknown as Window,
  })
  const hear = (data: unknown, from: { source?: unknown; origin?: string } = {}) =>
    host.dispatchEvent(
      Object.assign(new Event('message'), { source: contentWindow, origin: ORIGIN, data, ...from }),
    )
  return { posted, reports, hear, stop }
}

it('answers by the rules, to exactly the vendor’s origin', () => {
  const { posted, reports, hear } = open()
  hear({ type: 'STARTED', more: 1 })
  expect(posted).toEqual([[{ type: 'INIT', token: 't' }, ORIGIN]])
  hear(JSON.stringify({ type: 'ENDED', data: { ok: true, id: 7 } }))
  expect(reports).toEqual([{ type: 'ENDED', data: { ok: true, id: 7 } }])
})

it.each([
  ['another origin', { type: 'STARTED' }, { origin: 'https://evil.example' }],
  ['a like origin', { type: 'STARTED' }, { origin: `${ORIGIN}.evil.example` }],
  ['another window', { type: 'STARTED' }, { source: {} }],
  ['no window', { type: 'STARTED' }, { source: null }],
  ['a message no rule knows', { type: 'ENDED', data: { ok: 'true' } }, {}],
  ['text that is no JSON', 'STARTED', {}],
  ['a list', ['STARTED'], {}],
  ['nothing', null, {}],
])('does nothing about %s', (_, data, from) => {
  const { posted, reports, hear } = open()
  hear(data, from)
  expect([...posted, ...reports]).toEqual([])
})

it('hears nothing any more once it is stopped', () => {
  const { posted, hear, stop } = open()
  stop()
  hear({ type: 'STARTED' })
  expect(posted).toEqual([])
})
