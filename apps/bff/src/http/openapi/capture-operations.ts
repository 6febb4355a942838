import { abortSchema, captureSessionSchema, nextSchema, stepSchema } from '@visavis/shared/capture-api'
import {
  confirmedHandoffSchema,
  confirmHandoffSchema,
  handoffSchema,
  openedHandoffSchema,
  openHandoffSchema,
  startedHandoffSchema,
} from '@visavis/shared/handoff-api'
import { MAX_QUALITY_HEADER_BYTES, PICTURE_QUALITY_HEADER } from '@visavis/shared/picture-quality'
import * as z from 'zod'
import type { Operation } from './operation.ts'

const capture = { tag: 'Capture', audience: 'capture' } as const

const namedNext = nextSchema.meta({ id: 'Next', description: 'What the page does next. Never a verdict.' })
const NEXT = { 200: { description: 'What to do next', schema: namedNext } }
const qualityHeader = z.object({
  [PICTURE_QUALITY_HEADER]: z.string().max(MAX_QUALITY_HEADER_BYTES).optional().meta({
    description:
      'What the page measured on the picture: components of ISO/IEC 29794-5 by id, 0 to 100, as a dictionary (RFC 8941). No part of the decision.',
    example: 'x49=88, x52=92',
  }),
})
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
    errors: ['REFERENCE_MISSING', 'LIVENESS_UNAVAILABLE', 'ATTEMPT_CLOSED', 'PROVIDER_UNAVAILABLE'],
  },
  {
    ...capture,
    method: 'post',
    path: '/capture/consent',
    id: 'giveConsent',
    summary: 'The person agrees',
    answers: NEXT,
    errors: [
      'ATTEMPT_CLOSED',
      'BODY_TOO_LARGE',
      'REFERENCE_MISSING',
      'LIVENESS_UNAVAILABLE',
      'PROVIDER_UNAVAILABLE',
    ],
  },
  {
    ...capture,
    method: 'post',
    path: '/capture/step',
    id: 'completeStep',
    summary: "What the vendor's page or script handed over",
    body: stepSchema,
    answers: NEXT,
    errors: ['ATTEMPT_CLOSED', 'REFERENCE_MISSING', 'PROVIDER_UNAVAILABLE'],
  },
  {
    ...capture,
    method: 'put',
    path: '/capture/selfie',
    id: 'submitSelfie',
    summary: 'The picture, as it is',
    otherBodies: { 'image/jpeg': picture, 'image/png': picture },
    header: qualityHeader,
    answers: NEXT,
    errors: [
      'ATTEMPT_CLOSED',
      'CONSENT_REQUIRED',
      'UPLOAD_REPLACED',
      'REFERENCE_MISSING',
      'LIVENESS_UNAVAILABLE',
      'IMAGE_TOO_LARGE',
      'IMAGE_TYPE_UNSUPPORTED',
      'PICTURE_QUALITY_INVALID',
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
    errors: ['REFERENCE_MISSING', 'ATTEMPT_CLOSED', 'PROVIDER_UNAVAILABLE'],
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
  {
    ...capture,
    method: 'post',
    path: '/capture/handoff',
    id: 'startHandoff',
    summary: 'Offer the link to another device',
    answers: { 201: { description: 'What to show', schema: startedHandoffSchema } },
    errors: ['ATTEMPT_CLOSED', 'HANDOFF_UNAVAILABLE', 'BODY_TOO_LARGE'],
  },
  {
    ...capture,
    method: 'get',
    path: '/capture/handoff',
    id: 'followHandoff',
    summary: 'How far the hand-off is',
    description:
      'With the token that started it, which opens nothing else once the other device has the link.',
    answers: { 200: { description: 'What to show', schema: handoffSchema } },
    errors: ['NOT_FOUND'],
  },
  {
    ...capture,
    method: 'get',
    path: '/capture/handoff/events',
    id: 'watchHandoff',
    summary: 'The same as it changes, as server-sent events',
    description: 'Each event is named `handoff`; its data is what `GET /capture/handoff` answers.',
    answers: {
      200: {
        description: 'A stream of at most a minute',
        schema: z.string(),
        mediaType: 'text/event-stream',
      },
    },
    errors: ['NOT_FOUND'],
  },
  {
    ...capture,
    method: 'post',
    path: '/capture/handoff/cancel',
    id: 'cancelHandoff',
    summary: 'Go on here after all',
    answers: { 200: { description: 'What to show', schema: handoffSchema } },
    errors: ['NOT_FOUND', 'BODY_TOO_LARGE'],
  },
  {
    ...capture,
    audience: 'browser',
    method: 'post',
    path: '/capture/handoff/open',
    id: 'openHandoff',
    summary: 'What a scanned code asks for',
    body: openHandoffSchema,
    answers: { 200: { description: 'For the person to recognise', schema: openedHandoffSchema } },
    errors: ['HANDOFF_INVALID'],
  },
  {
    ...capture,
    audience: 'browser',
    method: 'post',
    path: '/capture/handoff/confirm',
    id: 'confirmHandoff',
    summary: 'Take the link over by the number that the other device shows',
    body: confirmHandoffSchema,
    answers: { 200: { description: 'The link', schema: confirmedHandoffSchema } },
    errors: ['HANDOFF_INVALID', 'HANDOFF_NUMBER_WRONG'],
  },
]
