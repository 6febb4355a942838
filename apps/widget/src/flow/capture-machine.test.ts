import type { CaptureSession } from '@visavis/shared/capture-api'
import { describe, expect, it, vi } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import type { PreparedPhoto } from '../picture/prepare-photo.ts'
import {
  CONSENTED,
  failing,
  OPENED,
  PICTURE,
  runCapture,
  stopTheClock,
  TAKEN,
} from '../testing/run-capture.ts'
import { DONE, sessionOf } from '../testing/scripted-actors.ts'
import type { CaptureEvent } from './capture-types.ts'

stopTheClock()

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
    expect((await runCapture({ openSession: () => sessionOf(changes) })).state()).toBe(expected)
  })

  it.each([
    ['CAPTURE_TOKEN_INVALID', 'linkInvalid'],
    ['LINK_IN_USE', 'linkInvalid'],
    ['REFERENCE_MISSING', 'problem'],
    ['NETWORK', 'problem'],
    // Would go round in circles if it led to the session again.
    ['ATTEMPT_CLOSED', 'problem'],
  ])('%s: %s', async (code, expected) => {
    expect((await runCapture({ openSession: failing(code) })).state()).toBe(expected)
  })

  it('can be tried again', async () => {
    const { script, say, state } = await runCapture({ openSession: failing('NETWORK') })
    script.openSession = sessionOf
    await say({ type: 'problem.retried' })
    expect(state()).toBe('start')
  })

  it('leads back from a link that is over', async () => {
    const { seen } = await runCapture(
      { openSession: () => sessionOf({ link: 'used', next: DONE }) },
      { type: 'return.requested' },
    )
    expect(seen.wentTo).toEqual(['https://partner.example/back'])
  })
})

describe('consent', () => {
  it('comes before the camera', async () => {
    const { seen, say, state } = await runCapture()
    expect(seen.cameras).toBe(0)
    await say({ type: 'consent.given' })
    expect(state()).toBe('camera.asking')
    expect(seen.cameras).toBe(1)
  })
  it('refused: says so and goes back', async () => {
    const { seen, state } = await runCapture({}, { type: 'capture.refused' })
    expect(seen.farewells).toEqual([{ kind: 'refuse' }])
    expect(state()).toBe('done')
    expect(seen.cameras).toBe(0)
  })
  it.each([
    ['ATTEMPT_CLOSED', 'start'],
    ['CAPTURE_TOKEN_INVALID', 'linkInvalid'],
    ['LINK_IN_USE', 'linkInvalid'],
    ['NETWORK', 'problem'],
  ])('%s: %s', async (code, expected) => {
    expect((await runCapture({ giveConsent: failing(code) }, { type: 'consent.given' })).state()).toBe(
      expected,
    )
  })
})

describe('the camera', () => {
  it('shows one message at a time and how far the steady moment is', async () => {
    const { context } = await runCapture({ openSession: CONSENTED }, OPENED, {
      type: 'guidance.changed',
      code: 'hold_still',
      steer: null,
      steadiness: 0.4,
    })
    expect(context().live).toMatchObject({ video: OPENED.video, guidance: 'hold_still', steadiness: 0.4 })
  })

  it('offers the button after eight seconds, not before', async () => {
    const { context, say, seen } = await runCapture({ openSession: CONSENTED }, OPENED)
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
    const { context, seen, say } = await runCapture({ openSession: CONSENTED }, OPENED, {
      type: 'engine.failed',
    })
    expect(context().live).toMatchObject({ guidance: 'manual', hasShutter: true })
    await say({ type: 'shutter.pressed' })
    expect(seen.presses).toBe(1)
  })

  it('says when the button caught nobody, until somebody comes', async () => {
    const { context, say, seen } = await runCapture({ openSession: CONSENTED }, OPENED, {
      type: 'picture.missed',
    })
    expect(context().live).toMatchObject({ guidance: 'no_face', hasMissed: true })
    expect(seen.uploads).toEqual([])
    await say({ type: 'guidance.changed', code: 'too_far', steer: null, steadiness: 0 })
    expect(context().live.hasMissed).toBe(false)
  })

  it('offers another way when the browser’s question stays open', async () => {
    const { context, say, state, seen } = await runCapture({ openSession: CONSENTED })
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
    const { seen, say } = await runCapture({ openSession: CONSENTED }, OPENED)
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
    const { state, say, seen } = await runCapture(
      { openSession: CONSENTED },
      { type: 'camera.failed', failure },
    )
    expect(state()).toBe('denied')
    await say({ type: 'capture.cancelled' })
    expect(seen.farewells).toEqual([{ kind: 'abort', reason }])
    expect(state()).toBe('done')
  })

  it('can be tried again, with a clean slate', async () => {
    const { state, context, say, seen } = await runCapture(
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
  const faceless = (blob: Blob): PreparedPhoto => ({
    picture: { blob, source: 'photo', quality: {} },
    issue: 'no_face',
  })

  it('is prepared and sent', async () => {
    const { state, seen } = await runCapture({ openSession: CONSENTED }, denied, chosen)
    expect(state()).toBe('uploading')
    expect(seen.uploads).toEqual([PICTURE])
  })
  it('is not taken where the journey wants the camera', async () => {
    const openSession = () => sessionOf({ consent_given: true, photo_upload: 'never' })
    const { state, seen } = await runCapture({ openSession }, denied, chosen)
    expect(state()).toBe('denied')
    expect(seen.uploads).toEqual([])
  })
  it('that cannot be used says why and sends nothing', async () => {
    const { state, context, seen } = await runCapture(
      { openSession: CONSENTED, preparePhoto: () => ({ issue: 'heic' }) },
      denied,
      chosen,
    )
    expect(state()).toBe('denied')
    expect(context()).toMatchObject({ photoIssue: 'heic', cameraFailure: 'refused' })
    expect(seen.uploads).toEqual([])
  })
  it('is sent with what the engine saw in it', async () => {
    const { context } = await runCapture(
      {
        openSession: CONSENTED,
        preparePhoto: (blob) => ({ picture: { blob, source: 'photo', quality: { x49: 80 } } }),
      },
      denied,
      chosen,
    )
    expect(context().picture).toMatchObject({ source: 'photo', quality: { x49: 80 } })
  })
  it('without a face says so, and goes when the person wants it to', async () => {
    const { state, context, seen, say } = await runCapture(
      { openSession: CONSENTED, preparePhoto: faceless },
      denied,
      chosen,
    )
    expect(state()).toBe('denied')
    expect(context().photoIssue).toBe('no_face')
    expect(seen.uploads).toEqual([])
    await say({ type: 'photo.insisted' })
    expect(state()).toBe('uploading')
    expect(seen.uploads).toEqual([PICTURE])
    expect(context().photoIssue).toBe(null)
  })
  it('that cannot be used takes the place of the one before', async () => {
    const answers: PreparedPhoto[] = [faceless(PICTURE), { issue: 'pdf' }]
    const preparePhoto = () => answers.shift() ?? { issue: 'empty' as const }
    const { state, say } = await runCapture({ openSession: CONSENTED, preparePhoto }, denied, chosen, chosen)
    await say({ type: 'photo.insisted' })
    expect(state()).toBe('denied')
  })
  it('that the server does not take says so', async () => {
    const error = new CaptureApiError('IMAGE_TYPE_UNSUPPORTED', { retryable: false })
    const { state, context } = await runCapture({ openSession: CONSENTED }, denied, chosen, {
      type: 'upload.failed',
      error,
    })
    expect(state()).toBe('denied')
    expect(context().photoIssue).toBe('refused')
  })
  it('a line that breaks while it is prepared leads back to the choice', async () => {
    const { state, say } = await runCapture(
      { openSession: CONSENTED, preparePhoto: failing('NETWORK') },
      denied,
      chosen,
    )
    expect(state()).toBe('problem')
    await say({ type: 'problem.retried' })
    expect(state()).toBe('denied')
  })
})

describe('leaving', () => {
  it('without a connection can be tried again', async () => {
    const { say, state, script } = await runCapture(
      { leave: failing('NETWORK') },
      { type: 'capture.refused' },
    )
    expect(state()).toBe('problem')
    script.leave = () => DONE
    await say({ type: 'problem.retried' })
    expect(state()).toBe('done')
  })
})
