import type { Next } from '@visavis/shared/capture-api'
import { expect, it, vi } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { runCapture, stopTheClock } from '../testing/run-capture.ts'
import { DONE, type Script, sessionOf } from '../testing/scripted-actors.ts'

const REDIRECT: Next = { next: 'redirect', url: 'https://vendor.example/capture' }
const FRAME: Next = {
  next: 'frame',
  url: 'https://vendor.example/frame',
  origin: 'https://vendor.example',
  allow: 'camera',
  rules: [],
}
const SDK: Next = { next: 'vendor_sdk', sdk: 'onfido', script_url: 'https://cdn.example/x.js', options: {} }
const down = () => {
  throw new CaptureApiError('PROVIDER_UNAVAILABLE', { retryable: true })
}

/** As `runCapture`; the outer state only. */
const run = async (...input: Parameters<typeof runCapture>) => {
  const flow = await runCapture(...input)
  return { ...flow, state: () => flow.state().split('.')[0] }
}
const agreed = (next: Next, script: Partial<Script> = {}) =>
  run({ giveConsent: () => next, ...script }, { type: 'consent.given' })
const reloaded = (next: Next, script: Partial<Script> = {}) =>
  run({ openSession: () => sessionOf({ consent_given: true, next }), ...script })

stopTheClock()

it('leaves for the vendor’s page once the person agrees, without the camera', async () => {
  const { state, seen } = await agreed(REDIRECT)
  expect(state()).toBe('departing')
  expect(seen.wentToVendor).toEqual(['https://vendor.example/capture'])
  expect(seen.cameras).toBe(0)
})

it('does not throw out whoever comes back to it, and leaves again when asked', async () => {
  const { state, seen, say } = await reloaded(REDIRECT)
  expect(state()).toBe('away')
  expect(seen.wentToVendor).toEqual([])
  await say({ type: 'vendor.requested' })
  expect(seen.wentToVendor).toHaveLength(1)
})

it('looks again when the browser brings the page back as it was', async () => {
  const { state, script, say } = await agreed(REDIRECT)
  script.openSession = () => sessionOf({ consent_given: true, next: { next: 'wait' } })
  await say({ type: 'page.restored' })
  expect(state()).toBe('checking')
})

it('stays where it cannot leave, and goes on when the vendor is done', async () => {
  let next: Next = REDIRECT
  const { state, context } = await agreed(REDIRECT, { goToVendor: () => 'stays', readNext: () => next })
  expect(state()).toBe('away')
  expect(context().opensBeside).toBe(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(state()).toBe('away')
  next = DONE
  await vi.advanceTimersByTimeAsync(5000)
  expect(state()).toBe('done')
})

it.each([FRAME, SDK])('$next: hands over what the vendor gave, and waits', async (step) => {
  const { state, seen, say } = await agreed(step)
  expect(state()).toBe('vendor')
  await say({ type: 'vendor.handed', handed: { status: 'finished' } })
  expect(seen.handed).toEqual([{ status: 'finished' }])
  expect(state()).toBe('checking')
  await vi.advanceTimersByTimeAsync(1000)
  expect(state()).toBe('done')
})

it('keeps what was handed over for another try', async () => {
  const { state, script, seen, say, context } = await agreed(FRAME, { completeStep: down })
  await say({ type: 'vendor.handed', handed: 'first' })
  expect(state()).toBe('problem')
  script.completeStep = () => DONE
  await say({ type: 'problem.retried' })
  expect(seen.handed).toEqual(['first', 'first'])
  expect(state()).toBe('done')
  expect(context().handed).toBeNull()
})

it('says so when the vendor is down, and begins again when asked', async () => {
  const { state, script, say } = await agreed(SDK, { giveConsent: down })
  expect(state()).toBe('problem')
  script.giveConsent = () => SDK
  await say({ type: 'problem.retried' })
  expect(state()).toBe('vendor')
})

it('begins again when the vendor’s script does not come', async () => {
  const openSession = () => sessionOf({ next: SDK, consent_given: true })
  const { state, say } = await run({ openSession })
  await say({ type: 'vendor.failed', error: new CaptureApiError('NETWORK', { retryable: true }) })
  expect(state()).toBe('problem')
  await say({ type: 'problem.retried' })
  expect(state()).toBe('vendor')
})

it.each([
  ['away', REDIRECT],
  ['vendor', FRAME],
  ['vendor', SDK],
])('%s: the person can leave', async (expected, step) => {
  const { state, say, seen } = await reloaded(step)
  expect(state()).toBe(expected)
  await say({ type: 'capture.cancelled' })
  expect(seen.farewells).toEqual([{ kind: 'abort', reason: 'left' }])
  expect(state()).toBe('done')
})

it('does not mind an outage while the vendor has the capture', async () => {
  const { state, script } = await reloaded(FRAME, { readNext: down })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(state()).toBe('vendor')
  script.readNext = () => ({ next: 'wait' })
  await vi.advanceTimersByTimeAsync(5000)
  expect(state()).toBe('checking')
})
