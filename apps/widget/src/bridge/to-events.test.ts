import { describe, expect, it } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { type CaptureContext, INITIAL_CONTEXT, NO_VIEW } from '../flow/capture-types.ts'
import { type Moment, toEvents } from './to-events.ts'

const SESSION = { attempt_id: 'fatp_a', link: 'open' } as CaptureContext['session']
const BACK = 'https://shop.example/back?order=42&secret=cart'
const attemptId = 'fatp_a'
const video = {} as HTMLVideoElement
const picture = { blob: new Blob(['jpeg']), source: 'camera' as const, quality: null }

const at = (state: string, context: Partial<CaptureContext> = {}): Moment => ({
  value: state,
  context: { ...INITIAL_CONTEXT, session: SESSION, ...context },
})
const done = (query: string): Partial<CaptureContext> => ({
  next: { next: 'done', redirect_url: `${BACK}&${query}` },
})
const loading = at('loading', { session: null })

describe('toEvents', () => {
  it.each<[string, Moment, Moment, unknown[]]>([
    ['the first screen', loading, at('start'), [{ type: 'capture.ready', attemptId }]],
    [
      'a link that was agreed to before',
      loading,
      at('camera'),
      [
        { type: 'capture.ready', attemptId },
        { type: 'capture.started', attemptId },
      ],
    ],
    ['consent', at('consenting'), at('camera'), [{ type: 'capture.started', attemptId }]],
    [
      'the live picture',
      at('camera'),
      at('camera', { live: { ...NO_VIEW, video } }),
      [{ type: 'capture.guidance', attemptId, code: 'starting' }],
    ],
    [
      'other guidance',
      at('camera', { live: { ...NO_VIEW, video } }),
      at('camera', { live: { ...NO_VIEW, video, guidance: 'no_face' } }),
      [{ type: 'capture.guidance', attemptId, code: 'no_face' }],
    ],
    [
      'the same guidance',
      at('camera', { live: { ...NO_VIEW, video } }),
      at('camera', { live: { ...NO_VIEW, video, steadiness: 0.5 } }),
      [],
    ],
    [
      'a picture',
      at('camera'),
      at('uploading', { picture }),
      [{ type: 'capture.captured', attemptId, source: 'camera' }],
    ],
    ['progress', at('uploading', { picture }), at('uploading', { picture, progress: 0.5 }), []],
    [
      'the upload',
      at('uploading', { picture }),
      at('checking', { picture }),
      [{ type: 'capture.uploaded', attemptId }],
    ],
    ['a picture sent again', at('problem', { picture }), at('uploading', { picture }), []],
    [
      'the end',
      at('uploading', { picture }),
      at('done', { picture, ...done('id=fav_a&event=face_authentication_capture_completed') }),
      [
        { type: 'capture.uploaded', attemptId },
        {
          type: 'capture.completed',
          attemptId,
          id: 'fav_a',
          event: 'face_authentication_capture_completed',
        },
      ],
    ],
    [
      'a refusal',
      at('leaving'),
      at('done', done('id=fav_a&event=face_authentication_capture_refused&response_code=63001')),
      [
        {
          type: 'capture.aborted',
          attemptId,
          id: 'fav_a',
          event: 'face_authentication_capture_refused',
          responseCode: 63001,
        },
      ],
    ],
    [
      'no usable picture at all',
      at('uploading', { picture }),
      at('done', {
        picture,
        ...done('id=fav_a&event=face_authentication_checks_inconclusive&response_code=61401'),
      }),
      [
        { type: 'capture.uploaded', attemptId },
        {
          type: 'capture.failed',
          attemptId,
          code: 'checks_inconclusive',
          isFinal: true,
          id: 'fav_a',
          event: 'face_authentication_checks_inconclusive',
          responseCode: 61401,
        },
      ],
    ],
    [
      'another picture is needed',
      at('checking', { picture }),
      at('retry', { picture, next: { next: 'retry', reasons: ['face_blurry'] } }),
      [{ type: 'capture.retry-required', attemptId, reasons: ['face_blurry'] }],
    ],
    [
      'no camera',
      at('camera'),
      at('denied', { cameraFailure: 'refused' }),
      [{ type: 'capture.failed', attemptId, code: 'camera_refused', isFinal: false }],
    ],
    ['a file that would not do', at('preparing'), at('denied', { cameraFailure: 'refused' }), []],
    [
      'no connection',
      at('uploading', { picture }),
      at('problem', { picture, error: new CaptureApiError('NETWORK', { retryable: true }) }),
      [{ type: 'capture.failed', attemptId, code: 'offline', isFinal: false }],
    ],
    [
      'a wrong link',
      loading,
      at('linkInvalid', { session: null }),
      [{ type: 'capture.failed', attemptId: '', code: 'link_invalid', isFinal: true }],
    ],
    [
      'a link that another browser has',
      loading,
      at('linkInvalid', { session: null, error: new CaptureApiError('LINK_IN_USE', { retryable: false }) }),
      [{ type: 'capture.failed', attemptId: '', code: 'link_in_use', isFinal: true }],
    ],
    [
      'a used link',
      loading,
      at('linkUsed', { session: { ...SESSION, link: 'used' } as CaptureContext['session'] }),
      [{ type: 'capture.failed', attemptId, code: 'link_used', isFinal: true }],
    ],
  ])('%s', (_, before, after, events) => {
    expect(toEvents(before, after)).toEqual(events)
  })

  it("tells nothing of the partner's own query, and no verdict", () => {
    const text = JSON.stringify(
      toEvents(at('checking'), at('done', done('id=fav_a&event=face_authentication_capture_completed'))),
    )
    expect(text).not.toMatch(/secret|order|shop\.example|approved|declined/)
  })
})
