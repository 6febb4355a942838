import { expect, expectTypeOf, it, vi } from 'vitest'
import { type CaptureHandlers, callHandlers } from './call-handlers.ts'

const READY = { type: 'capture.ready', attemptId: 'fatp_a' } as const
const RETRY = { type: 'capture.retry-required', attemptId: 'fatp_a', reasons: ['no_face'] } as const

it('hands an event to the one for all, then to its own', () => {
  const heard: unknown[] = []
  const handlers: CaptureHandlers = {
    onEvent: ({ type }) => heard.push(['all', type]),
    onReady: (event) => heard.push(event),
    onRetryRequired: ({ reasons }) => heard.push(reasons),
  }
  callHandlers(handlers, READY)
  callHandlers(handlers, RETRY)
  expect(heard).toEqual([['all', 'capture.ready'], READY, ['all', 'capture.retry-required'], ['no_face']])
})

it("lets the dialog's be kept open", () => {
  const preventDefault = vi.fn()
  const onCloseRequested: CaptureHandlers['onCloseRequested'] = (request) => request.preventDefault()
  callHandlers({ onCloseRequested }, { type: 'dialog.close-requested', preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
})

it('needs none', () => {
  expect(() => callHandlers({}, READY)).not.toThrow()
})

it('has the fields of each event', () => {
  expectTypeOf<CaptureHandlers>()
    .toHaveProperty('onFailed')
    .exclude<undefined>()
    .parameter(0)
    .toHaveProperty('isFinal')
  expectTypeOf<keyof CaptureHandlers>().toEqualTypeOf<
    | 'onEvent'
    | 'onReady'
    | 'onStarted'
    | 'onGuidance'
    | 'onCaptured'
    | 'onUploaded'
    | 'onCompleted'
    | 'onRetryRequired'
    | 'onAborted'
    | 'onFailed'
    | 'onResized'
    | 'onCloseRequested'
    | 'onClosed'
  >()
})
