import type { Next } from '@visavis/shared/capture-api'
import { describe, expect, it, vi } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import {
  CONSENTED,
  failing,
  OPENED,
  PICTURE,
  runCapture,
  stopTheClock,
  TAKEN,
} from '../testing/run-capture.ts'
import { DONE, type Script, sessionOf } from '../testing/scripted-actors.ts'
import type { CaptureEvent } from './capture-types.ts'

stopTheClock()

describe('sending', () => {
  const sending = (script: Partial<Script> = {}, ...events: CaptureEvent[]) =>
    runCapture({ openSession: CONSENTED, ...script }, OPENED, TAKEN, ...events)
  const answered = (next: Next): CaptureEvent => ({ type: 'upload.answered', next })
  const failed = (code: string, retryable = true): CaptureEvent => ({
    type: 'upload.failed',
    error: new CaptureApiError(code, { retryable }),
  })

  it('tells how far it is', async () => {
    const { context } = await sending({}, { type: 'upload.progressed', share: 0.5 })
    expect(context().progress).toBe(0.5)
  })

  it('ends with the way back, by itself', async () => {
    const { state, seen } = await sending({}, answered(DONE))
    expect(state()).toBe('done')
    expect(seen.wentTo).toEqual([])
    await vi.advanceTimersByTimeAsync(2000)
    expect(seen.wentTo).toEqual(['https://partner.example/back'])
  })

  it('or sooner, by the button', async () => {
    const { seen } = await sending({}, answered(DONE), { type: 'return.requested' })
    expect(seen.wentTo).toHaveLength(1)
  })

  it('asks for another picture and turns the camera on again', async () => {
    const { state, say, seen } = await sending({}, answered({ next: 'retry', reasons: ['face_blurry'] }))
    expect(state()).toBe('retry')
    await say({ type: 'camera.retried' })
    expect(seen.cameras).toBe(2)
  })

  it('waits for the outcome, asking after a second, then less and less often', async () => {
    const answers: Next[] = [{ next: 'wait' }, { next: 'wait' }, DONE]
    const readNext = vi.fn(() => answers.shift() ?? DONE)
    const { state } = await sending({ readNext }, answered({ next: 'wait' }))
    await vi.advanceTimersByTimeAsync(999)
    expect(readNext).toHaveBeenCalledTimes(0)
    await vi.advanceTimersByTimeAsync(1 + 1500 + 2250)
    expect(readNext).toHaveBeenCalledTimes(3)
    expect(state()).toBe('done')
  })

  it('does not mind a gap in the connection while it waits', async () => {
    let calls = 0
    const readNext = () => {
      calls += 1
      return calls < 4 ? failing('NETWORK')() : DONE
    }
    const { state } = await sending({ readNext }, answered({ next: 'wait' }))
    await vi.advanceTimersByTimeAsync(8200)
    expect(state()).toBe('done')
  })

  it('but tells when it lasts, and goes on waiting afterwards', async () => {
    const { state, say, script } = await sending({ readNext: failing('NETWORK') }, answered({ next: 'wait' }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(state()).toBe('problem')
    script.readNext = () => DONE
    await say({ type: 'problem.retried' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(state()).toBe('done')
  })

  it('keeps the picture for another try', async () => {
    const { state, say, seen } = await sending({}, failed('PROVIDER_UNAVAILABLE'))
    expect(state()).toBe('problem')
    await say({ type: 'problem.retried' })
    expect(state()).toBe('uploading')
    expect(seen.uploads).toEqual([PICTURE, PICTURE])
  })

  it('waits when a newer picture took its place', async () => {
    expect((await sending({}, failed('UPLOAD_REPLACED', false))).state()).toBe('checking.pausing')
  })

  it('asks for consent when the server has none', async () => {
    expect((await sending({}, failed('CONSENT_REQUIRED', false))).state()).toBe('start')
  })

  it('looks at the link again when the attempt is over', async () => {
    let isOpen = true
    const openSession = () =>
      isOpen ? CONSENTED() : sessionOf({ link: 'expired', next: DONE, consent_given: true })
    const { say, state } = await sending({ openSession })
    isOpen = false
    await say(failed('ATTEMPT_CLOSED', false))
    expect(state()).toBe('linkExpired')
  })

  it('a camera picture the server does not take is a problem, not a photo’s fault', async () => {
    const { state, context } = await sending({}, failed('IMAGE_TOO_LARGE', false))
    expect(state()).toBe('problem')
    expect(context().photoIssue).toBeNull()
  })

  it('giving up from there tells the partner', async () => {
    const { say, seen, state } = await sending({}, failed('NETWORK'))
    await say({ type: 'capture.cancelled' })
    expect(seen.farewells).toEqual([{ kind: 'abort', reason: 'left' }])
    expect(state()).toBe('done')
  })
})
