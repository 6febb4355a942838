import { describe, expect, it } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { CONSENTED, OPENED, PICTURE, runCapture, stopTheClock, TAKEN } from '../testing/run-capture.ts'
import { DONE, sessionOf } from '../testing/scripted-actors.ts'
import { FIRST_VIEW } from '../turn/turn-view.ts'
import { canTakePhoto } from './capture-rules.ts'
import type { CaptureEvent } from './capture-types.ts'

stopTheClock()

const TURN = { next: 'turn' } as const
const AGAIN = { next: 'turn', again: true } as const
const DUE = () => sessionOf({ consent_given: true, next: TURN })
const FINISHED: CaptureEvent = { type: 'turn.finished' }
const LOST_LINE: CaptureEvent = {
  type: 'turn.failed',
  error: new CaptureApiError('NETWORK', { retryable: true }),
}

describe('a turn of the head', () => {
  it('comes after the consent, with the camera on', async () => {
    const { say, state, seen, context } = await runCapture(
      { giveConsent: () => TURN },
      { type: 'consent.given' },
    )
    expect(state()).toBe('camera.asking')
    expect(seen.turns).toEqual([{ hasMoreTime: false }])
    await say(OPENED)
    expect(state()).toBe('camera.turning')
    expect(context().turn).toEqual({})
    const view = { ...FIRST_VIEW, word: 'straight' } as const
    await say({ type: 'turn.changed', view })
    expect(context().turn).toEqual(view)
  })

  it('is not asked for before the consent', async () => {
    expect((await runCapture({ openSession: () => sessionOf({ next: AGAIN }) })).state()).toBe('start')
  })

  it('is followed by the picture of the same camera', async () => {
    const { say, state, seen, context } = await runCapture({ openSession: DUE }, OPENED, FINISHED)
    expect(state()).toBe('camera.live')
    expect(seen).toMatchObject({ cameras: 1, camerasOn: 1 })
    expect(context().next).toEqual({ next: 'capture' })
    await say(TAKEN)
    expect(state()).toBe('uploading')
    expect(seen.camerasOn).toBe(0)
  })

  it('is no part of a capture that needs none', async () => {
    const { state, seen, context } = await runCapture({ openSession: CONSENTED }, OPENED)
    expect(state()).toBe('camera.live')
    expect(seen.turns).toEqual([null])
    expect(context().turn).toBeNull()
  })

  it('starts anew when the page comes back in the middle, and not once it is done', async () => {
    const { say, state, seen, context } = await runCapture({ openSession: DUE }, OPENED, {
      type: 'page.hidden',
    })
    await say(OPENED)
    expect(state()).toBe('camera.turning')
    await say(FINISHED, { type: 'page.hidden' }, OPENED)
    expect(state()).toBe('camera.live')
    expect(seen.turns).toEqual([{ hasMoreTime: false }, { hasMoreTime: false }, null])
    expect(context().turn).not.toBeNull()
  })

  it('is tried again after the line was lost', async () => {
    const { say, state } = await runCapture({ openSession: DUE }, OPENED, LOST_LINE)
    expect(state()).toBe('problem')
    await say({ type: 'problem.retried' }, OPENED)
    expect(state()).toBe('camera.turning')
  })

  it('leads to what the session says when the attempt is over', async () => {
    const error = new CaptureApiError('ATTEMPT_CLOSED', { retryable: false })
    const sessions = [DUE(), sessionOf({ link: 'expired' })]
    const { state } = await runCapture({ openSession: () => sessions.shift() ?? DUE() }, OPENED, {
      type: 'turn.failed',
      error,
    })
    expect(state()).toBe('linkExpired')
  })

  it('comes before the picture once more when the server misses it', async () => {
    const { say, state } = await runCapture({ openSession: DUE }, OPENED, FINISHED, TAKEN)
    await say({
      type: 'upload.failed',
      error: new CaptureApiError('CHALLENGE_REQUIRED', { retryable: false }),
    })
    expect(state()).toBe('camera.asking')
    await say(OPENED)
    expect(state()).toBe('camera.turning')
  })

  it('shows what helps before it is asked for again', async () => {
    const { say, state, context } = await runCapture({ openSession: DUE }, OPENED, FINISHED, TAKEN)
    await say({ type: 'upload.answered', next: AGAIN })
    expect(state()).toBe('turnWays')
    expect(context().turnTrouble).toBeNull()
    await say({ type: 'ways.requested' })
    expect(context().turnTrouble).toBe('ways.requested')
    await say({ type: 'camera.retried' }, OPENED)
    expect(state()).toBe('camera.turning')
  })

  it('where nobody turned the picture goes in its place, and then there are the same ways', async () => {
    const unturned: CaptureEvent = {
      type: 'picture.taken',
      picture: { blob: PICTURE, source: 'camera', quality: null, step: 'chl_1/1' },
    }
    const { say, state, seen, context } = await runCapture({ openSession: DUE }, OPENED, unturned)
    expect(state()).toBe('uploading')
    expect(seen.camerasOn).toBe(0)
    await say({ type: 'upload.answered', next: AGAIN })
    expect(state()).toBe('turnWays')
    expect(context().turnTrouble).toBe('turn.stuck')
    const found = await runCapture({ openSession: DUE }, OPENED, unturned)
    await found.say({ type: 'upload.answered', next: DONE })
    expect(found.state()).toBe('done')
  })

  it('gives way to another device, and to whoever goes back', async () => {
    const { say, state, seen } = await runCapture({ openSession: DUE }, OPENED, { type: 'ways.requested' })
    expect(state()).toBe('turnWays')
    expect(seen.camerasOn).toBe(0)
    await say({ type: 'handoff.requested' })
    expect(state()).toBe('handoff')
    const other = await runCapture({ openSession: DUE }, OPENED, { type: 'capture.cancelled' })
    expect(other.seen.farewells).toEqual([{ kind: 'abort', reason: 'left' }])
  })

  it('takes longer for whoever asks', async () => {
    const { say, state, seen } = await runCapture({ openSession: DUE }, OPENED, { type: 'turn.stuck' })
    expect(state()).toBe('turnWays')
    await say({ type: 'time.requested' }, OPENED)
    expect(state()).toBe('camera.turning')
    expect(seen.turns).toEqual([{ hasMoreTime: false }, { hasMoreTime: true }])
  })

  it.each([{ type: 'turn.stuck' }, { type: 'engine.failed' }, { type: 'ways.requested' }] as const)(
    'tells why there are other ways: $type',
    async (event) => {
      const { state, context } = await runCapture({ openSession: DUE }, OPENED, event)
      expect(state()).toBe('turnWays')
      expect(context().turnTrouble).toBe(event.type)
    },
  )

  it('is not to be had from a file', () => {
    expect(canTakePhoto({ session: CONSENTED(), next: TURN })).toBe(false)
    expect(canTakePhoto({ session: CONSENTED(), next: { next: 'capture' } })).toBe(true)
  })
})
