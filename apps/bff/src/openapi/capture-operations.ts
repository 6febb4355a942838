import { abortSchema, captureSessionSchema, nextSchema } from '@visavis/shared/capture-api'
import * as z from 'zod'
import type { Operation } from './operation.ts'

const capture = { tag: 'Capture', audience: 'capture' } as const

const namedNext = nextSchema.meta({ id: 'Next', description: 'What the page does next. Never a verdict.' })
const NEXT = { 200: { description: 'What to do next', schema: namedNext } }
const picture = z.string().meta({ override: { type: 'string', format: 'binary' } })

export const CAPTURE_OPERATIONS: readonly Operation[] = [
  {
    ...capture,
    method: 'get',
    path: '/capture/session',
    id: 'openCaptureSession',
    summary: 'What to show for a link; opens it',
    answers: {
      200: { description: 'The session', schema: captureSessionSchema.meta({ id: 'CaptureSession' }) },
    },
    errors: ['REFERENCE_MISSING', 'ATTEMPT_CLOSED'],
  },
  {
    ...capture,
    method: 'post',
    path: '/capture/consent',
    id: 'giveConsent',
    summary: 'The person agrees',
    answers: NEXT,
    errors: ['ATTEMPT_CLOSED', 'BODY_TOO_LARGE'],
  },
  {
    ...capture,
    method: 'put',
    path: '/capture/selfie',
    id: 'submitSelfie',
    summary: 'The picture, as it is',
    otherBodies: { 'image/jpeg': picture, 'image/png': picture },
    answers: NEXT,
    errors: [
      'ATTEMPT_CLOSED',
      'CONSENT_REQUIRED',
      'UPLOAD_REPLACED',
      'REFERENCE_MISSING',
      'IMAGE_TOO_LARGE',
      'IMAGE_TYPE_UNSUPPORTED',
      'PROVIDER_UNAVAILABLE',
    ],
  },
  {
    ...capture,
    method: 'get',
    path: '/capture/next',
    id: 'getNext',
    summary: 'What to do next',
    answers: NEXT,
  },
  {
    ...capture,
    method: 'post',
    path: '/capture/abort',
    id: 'abortCapture',
    summary: 'The person leaves',
    body: abortSchema,
    answers: NEXT,
  },
  {
    ...capture,
    method: 'post',
    path: '/capture/refuse',
    id: 'refuseCapture',
    summary: 'The person says no',
    answers: NEXT,
    errors: ['BODY_TOO_LARGE'],
  },
]
