import type { Next } from '@visavis/shared/capture-api'
import { describe, expect, it, vi } from 'vitest'
import { CONSENTED, failing, runCapture, stopTheClock } from '../testing/run-capture.ts'
import { DONE, sessionOf } from '../testing/scripted-actors.ts'
import type { CaptureEvent } from './capture-types.ts'

stopTheClock()

describe('another device', () => {
  const seen = (
    state: 'waiting' | 'connected' | 'cancelled',
    next: Next = { next: 'capture' },
  ): CaptureEvent => ({
    type: 'handoff.seen',
    view: { state, next },
  })
  const asked: CaptureEvent = { type: 'handoff.requested' }

  it('can be asked for before the camera, and when the camera fails', async () => {
    expect((await runCapture({}, asked)).state()).toBe('handoff')
    const denied = await runCapture(
      { openSession: CONSENTED },
      { type: 'camera.failed', failure: 'missing' },
      asked,
    )
    expect(denied.state()).toBe('handoff')
    expect(denied.seen).toMatchObject({ handoffs: [{ isStart: true }], camerasOn: 0 })
  })

  it('shows how far it is, and goes back to the partner when it is done', async () => {
    const {
      say,
      state,
      context,
      seen: done,
    } = await runCapture({}, asked, seen('waiting'), seen('connected'))
    expect(context().handoff?.state).toBe('connected')
    await say(seen('connected', DONE))
    expect(state()).toBe('done')
    await vi.advanceTimersByTimeAsync(2000)
    expect(done.wentTo).toEqual(['https://partner.example/back'])
  })

  it('can be called off, or asked for once more', async () => {
    const { say, state, seen: started } = await runCapture({}, asked, seen('cancelled'), asked)
    expect(started.handoffs).toHaveLength(2)
    await say({ type: 'handoff.cancelled' })
    expect(state()).toBe('start')
  })

  it('goes on having the link when this page is loaded again', async () => {
    const {
      state,
      say,
      seen: followed,
    } = await runCapture({
      openSession: failing('CAPTURE_TOKEN_INVALID', false),
      handOff: () => undefined,
    })
    expect(state()).toBe('handoff')
    expect(followed.handoffs).toEqual([{ isStart: false }])
    await say(seen('connected', DONE))
    expect(state()).toBe('done')
  })

  it.each(['open', 'used'] as const)('stays when it is done, on a link that is %s', async (link) => {
    const { state, seen: stayed } = await runCapture({
      openSession: () => sessionOf({ handed_over: true, consent_given: true, link, next: DONE }),
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(state()).toBe('done')
    expect(stayed.wentTo).toEqual([])
  })
})
