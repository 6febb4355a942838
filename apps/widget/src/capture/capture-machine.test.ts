import type { CaptureSession, Next } from '@visavis/shared/capture-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createActor } from 'xstate'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { DONE, type Script, scriptActors, sessionOf } from '../testing/scripted-actors.ts'
import { createCaptureMachine } from './capture-machine.ts'
import type { CaptureEvent } from './capture-types.ts'

const PICTURE = new Blob(['jpeg'], { type: 'image/jpeg' })
const VIDEO = {} as HTMLVideoElement
const OPENED: CaptureEvent = { type: 'camera.opened', video: VIDEO }
const TAKEN: CaptureEvent = { type: 'picture.taken', picture: PICTURE, quality: null }
const CONSENTED = () => sessionOf({ consent_given: true })

const failing =
  (code: string, retryable = true) =>
  (): never => {
    throw new CaptureApiError(code, { retryable })
  }

/** The flow after everything that is under way has settled. `events` are sent one after another. */
const run = async (script: Partial<Script> = {}, ...events: CaptureEvent[]) => {
  const { actors, seen, script: running } = scriptActors(script)
  const actor = createActor(createCaptureMachine(actors)).start()
  const settle = () => vi.advanceTimersByTimeAsync(0)
  await settle()
  const say = async (...more: CaptureEvent[]) => {
    for (const event of more) {
      actor.send(event)
      await settle()
    }
  }
  await say(...events)
  const state = () => {
    const { value } = actor.getSnapshot()
    return typeof value === 'string'
      ? value
      : JSON.stringify(value).replaceAll(/[{}"]/g, '').replace(':', '.')
  }
  return { actor, seen, script: running, say, state, context: () => actor.getSnapshot().context }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('opening the link', () => {
  const cases: [string, Partial<CaptureSession>, string][] = [
    ['a fresh link', {}, 'start'],
    ['a reload after consent', { consent_given: true }, 'camera.asking'],
    ['a reload while the picture is checked', { next: { next: 'wait' } }, 'checking.pausing'],
    ['a reload after an unusable picture', { next: { next: 'retry', reasons: ['no_face'] } }, 'retry'],
    ['a used link', { link: 'used', next: DONE }, 'linkUsed'],
    ['an expired link', { link: 'expired', next: DONE }, 'linkExpired'],
    ['a replaced link', { link: 'replaced', next: DONE }, 'linkReplaced'],
  ]
  it.each(cases)('%s', async (_, changes, expected) => {
    expect((await run({ openSession: () => sessionOf(changes) })).state()).toBe(expected)
  })

  it.each([
    ['CAPTURE_TOKEN_INVALID', 'linkInvalid'],
    ['REFERENCE_MISSING', 'problem'],
    ['NETWORK', 'problem'],
    // Would go round in circles if it led to the session again.
    ['ATTEMPT_CLOSED', 'problem'],
  ])('%s: %s', async (code, expected) => {
    expect((await run({ openSession: failing(code) })).state()).toBe(expected)
  })

  it('can be tried again', async () => {
    const { script, say, state } = await run({ openSession: failing('NETWORK') })
    script.openSession = sessionOf
    await say({ type: 'problem.retried' })
    expect(state()).toBe('start')
  })

  it('leads back from a link that is over', async () => {
    const { seen } = await run(
      { openSession: () => sessionOf({ link: 'used', next: DONE }) },
      { type: 'return.requested' },
    )
    expect(seen.wentTo).toEqual(['https://partner.example/back'])
  })
})

describe('consent', () => {
  it('comes before the camera', async () => {
    const { seen, say, state } = await run()
    expect(seen.cameras).toBe(0)
    await say({ type: 'consent.given' })
    expect(state()).toBe('camera.asking')
    expect(seen.cameras).toBe(1)
  })
  it('refused: says so and goes back', async () => {
    const { seen, state } = await run({}, { type: 'capture.refused' })
    expect(seen.farewells).toEqual([{ kind: 'refuse' }])
    expect(state()).toBe('done')
    expect(seen.cameras).toBe(0)
  })
  it.each([
    ['ATTEMPT_CLOSED', 'start'],
    ['CAPTURE_TOKEN_INVALID', 'linkInvalid'],
    ['NETWORK', 'problem'],
  ])('%s: %s', async (code, expected) => {
    expect((await run({ giveConsent: failing(code) }, { type: 'consent.given' })).state()).toBe(expected)
  })
})

describe('the camera', () => {
  it('shows one message at a time and how far the steady moment is', async () => {
    const { context } = await run({ openSession: CONSENTED }, OPENED, {
      type: 'guidance.changed',
      code: 'hold_still',
      steer: null,
      steadiness: 0.4,
    })
    expect(context().live).toMatchObject({ video: VIDEO, guidance: 'hold_still', steadiness: 0.4 })
  })

  it('offers the button after eight seconds, not before', async () => {
    const { context, say, seen } = await run({ openSession: CONSENTED }, OPENED)
    await vi.advanceTimersByTimeAsync(7999)
    await say({ type: 'shutter.pressed' })
    expect(context().live.hasShutter).toBe(false)
    expect(seen.presses).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    await say({ type: 'shutter.pressed' })
    expect(context().live.hasShutter).toBe(true)
    expect(seen.presses).toBe(1)
  })

  it('offers the button at once when the engine does not come', async () => {
    const { context, seen, say } = await run({ openSession: CONSENTED }, OPENED, { type: 'engine.failed' })
    expect(context().live).toMatchObject({ guidance: 'manual', hasShutter: true })
    await say({ type: 'shutter.pressed' })
    expect(seen.presses).toBe(1)
  })

  it('says when the button caught nobody, until somebody comes', async () => {
    const { context, say, seen } = await run({ openSession: CONSENTED }, OPENED, { type: 'picture.missed' })
    expect(context().live).toMatchObject({ guidance: 'no_face', hasMissed: true })
    expect(seen.uploads).toEqual([])
    await say({ type: 'guidance.changed', code: 'too_far', steer: null, steadiness: 0 })
    expect(context().live.hasMissed).toBe(false)
  })

  it('offers another way when the browser’s question stays open', async () => {
    const { context, say, state, seen } = await run({ openSession: CONSENTED })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(context().live.isSlow).toBe(true)
    await say({ type: 'camera.skipped' })
    expect(state()).toBe('denied')
    expect(seen.camerasOn).toBe(0)
  })

  it.each([
    ['a picture', TAKEN],
    ['cancelling', { type: 'capture.cancelled' }],
    ['a failure', { type: 'camera.failed', failure: 'busy' }],
  ] as const)('is off after %s', async (_, event) => {
    const { seen, say } = await run({ openSession: CONSENTED }, OPENED)
    expect(seen.camerasOn).toBe(1)
    await say(event)
    expect(seen.camerasOn).toBe(0)
  })

  it.each([
    ['refused', 'camera_access_refused'],
    ['missing', 'camera_not_found'],
    ['busy', 'camera_not_found'],
    ['unsupported', 'browser_not_supported'],
  ] as const)('%s: a way on, and %s for whoever goes back', async (failure, reason) => {
    const { state, say, seen } = await run({ openSession: CONSENTED }, { type: 'camera.failed', failure })
    expect(state()).toBe('denied')
    await say({ type: 'capture.cancelled' })
    expect(seen.farewells).toEqual([{ kind: 'abort', reason }])
    expect(state()).toBe('done')
  })

  it('can be tried again, with a clean slate', async () => {
    const { state, context, say, seen } = await run(
      { openSession: CONSENTED },
      {
        type: 'camera.failed',
        failure: 'refused',
      },
    )
    await say({ type: 'camera.retried' })
    expect(state()).toBe('camera.asking')
    expect(seen.cameras).toBe(2)
    await say({ type: 'capture.cancelled' })
    expect(context().farewell).toEqual({ kind: 'abort', reason: 'left' })
  })
})

describe('a chosen photo', () => {
  const denied: CaptureEvent = { type: 'camera.failed', failure: 'refused' }
  const chosen: CaptureEvent = { type: 'photo.chosen', file: PICTURE }

  it('is prepared and sent', async () => {
    const { state, seen } = await run({ openSession: CONSENTED }, denied, chosen)
    expect(state()).toBe('uploading')
    expect(seen.uploads).toEqual([PICTURE])
  })
  it('that cannot be used says why and sends nothing', async () => {
    const { state, context, seen } = await run(
      { openSession: CONSENTED, preparePhoto: () => ({ issue: 'heic' }) },
      denied,
      chosen,
    )
    expect(state()).toBe('denied')
    expect(context()).toMatchObject({ photoIssue: 'heic', cameraFailure: 'refused' })
    expect(seen.uploads).toEqual([])
  })
  it('that the server does not take says so', async () => {
    const error = new CaptureApiError('IMAGE_TYPE_UNSUPPORTED', { retryable: false })
    const { state, context } = await run({ openSession: CONSENTED }, denied, chosen, {
      type: 'upload.failed',
      error,
    })
    expect(state()).toBe('denied')
    expect(context().photoIssue).toBe('refused')
  })
  it('a line that breaks while it is prepared leads back to the choice', async () => {
    const { state, say } = await run(
      { openSession: CONSENTED, preparePhoto: failing('NETWORK') },
      denied,
      chosen,
    )
    expect(state()).toBe('problem')
    await say({ type: 'problem.retried' })
    expect(state()).toBe('denied')
  })
})

describe('sending', () => {
  const sending = (script: Partial<Script> = {}, ...events: CaptureEvent[]) =>
    run({ openSession: CONSENTED, ...script }, OPENED, TAKEN, ...events)
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
    await vi.advanceTimersByTimeAsync(9000)
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

describe('leaving', () => {
  it('without a connection can be tried again', async () => {
    const { say, state, script } = await run({ leave: failing('NETWORK') }, { type: 'capture.refused' })
    expect(state()).toBe('problem')
    script.leave = () => DONE
    await say({ type: 'problem.retried' })
    expect(state()).toBe('done')
  })
})

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
    expect((await run({}, asked)).state()).toBe('handoff')
    const denied = await run({ openSession: CONSENTED }, { type: 'camera.failed', failure: 'missing' }, asked)
    expect(denied.state()).toBe('handoff')
    expect(denied.seen).toMatchObject({ handoffs: [{ isStart: true }], camerasOn: 0 })
  })

  it('shows how far it is, and goes back to the partner when it is done', async () => {
    const { say, state, context, seen: done } = await run({}, asked, seen('waiting'), seen('connected'))
    expect(context().handoff?.state).toBe('connected')
    await say(seen('connected', DONE))
    expect(state()).toBe('done')
    await vi.advanceTimersByTimeAsync(2000)
    expect(done.wentTo).toEqual(['https://partner.example/back'])
  })

  it('can be called off, or asked for once more', async () => {
    const { say, state, seen: started } = await run({}, asked, seen('cancelled'), asked)
    expect(started.handoffs).toHaveLength(2)
    await say({ type: 'handoff.cancelled' })
    expect(state()).toBe('start')
  })

  it('goes on having the link when this page is loaded again', async () => {
    const {
      state,
      say,
      seen: followed,
    } = await run({
      openSession: failing('CAPTURE_TOKEN_INVALID', false),
      handOff: () => undefined,
    })
    expect(state()).toBe('handoff')
    expect(followed.handoffs).toEqual([{ isStart: false }])
    await say(seen('connected', DONE))
    expect(state()).toBe('done')
  })

  it('stays where it is when it is done: the first one goes back', async () => {
    const { state, seen: stayed } = await run({
      openSession: () => sessionOf({ handed_over: true, consent_given: true, next: DONE }),
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(state()).toBe('done')
    expect(stayed.wentTo).toEqual([])
  })
})
