import { PAGE_SURFACE_HEADER, PAGE_SURFACES } from '@visavis/shared/attempt-details'
import {
  ABORT_REASONS,
  abortSchema,
  type CaptureSession,
  captureSessionSchema,
  consentSchema,
  nextSchema,
  stepSchema,
} from '@visavis/shared/capture-api'
import { courseReportSchema } from '@visavis/shared/capture-course'
import { AppError } from '@visavis/shared/errors'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { UNTURNED_STEP_HEADER } from '@visavis/shared/liveness'
import { MAX_QUALITY_HEADER_BYTES, PICTURE_QUALITY_HEADER } from '@visavis/shared/picture-quality'
import { PICTURE_SOURCE_HEADER, pictureSourceSchema } from '@visavis/shared/picture-source'
import * as z from 'zod'
import { readClientAddress } from '../../http/client-address.ts'
import type { EdgeDeps } from '../../http/rate-limit.ts'
import { readDevice } from '../../http/read-device.ts'
import { readSurface } from './attempt-client.ts'
import { captureEndpoint } from './capture-endpoint.ts'
import { readUnturnedStep } from './challenge/find-present-step.ts'
import { CHALLENGE_ENDPOINTS } from './challenge/routes.ts'
import type { CaptureDeps } from './deps.ts'
import { readDeviceCookie } from './device/device-cookie.ts'
import { releaseLink } from './device/release-link.ts'
import { giveConsent } from './give-consent.ts'
import { completeStep } from './hosted/complete-step.ts'
import { leaveCapture } from './leave-capture.ts'
import { openSession } from './open-session.ts'
import { readNext } from './read-next.ts'
import { readPictureQuality } from './read-picture-quality.ts'
import { readPictureSource } from './read-picture-source.ts'
import { recordCourse } from './record-course.ts'
import { submitSelfie } from './submit-selfie.ts'

export interface CaptureRoutesDeps extends CaptureDeps, EdgeDeps {
  engine: CaptureSession['engine']
}

const namedNext = nextSchema.meta({ id: 'Next', description: 'What the page does next. Never a verdict.' })
const NEXT = { 200: { description: 'What to do next', schema: namedNext } } as const
const picture = z.string().meta({ override: { type: 'string', format: 'binary' } })
const qualityHeader = z.object({
  [PICTURE_QUALITY_HEADER]: z.string().max(MAX_QUALITY_HEADER_BYTES).optional().meta({
    description:
      'What the page measured on the picture: components of ISO/IEC 29794-5 by id, 0 to 100, as a dictionary (RFC 8941). No part of the decision.',
    example: 'x49=88, x52=92',
  }),
})
const pictureHeaders = qualityHeader.extend({
  [PICTURE_SOURCE_HEADER]: pictureSourceSchema.optional(),
  [UNTURNED_STEP_HEADER]: z.string().optional().meta({
    description:
      'The step of a challenge, `{id}/{n}`, whose time passed without a turn: the picture comes in its place, and can decline, not approve.',
    example: 'chl_k3x7q2mzt5a6h4n7vbw2y5rcdj/1',
  }),
})
const surfaceHeader = z.object({
  [PAGE_SURFACE_HEADER]: z.enum(PAGE_SURFACES).optional().meta({ description: 'Where the page stands.' }),
})
const emptyBody = () => new Blob([]).stream()

export const CAPTURE_ENDPOINTS = [
  captureEndpoint(
    {
      method: 'get',
      path: '/capture/session',
      id: 'openCaptureSession',
      summary: 'What to show for a link; opens it',
      description:
        'With a `DPoP` proof (RFC 9449), the link belongs to the browser that has its key: later calls of the link then need a proof with the nonce that the last answer gave as `DPoP-Nonce`.',
      header: surfaceHeader,
      answers: {
        200: { description: 'The session', schema: captureSessionSchema.meta({ id: 'CaptureSession' }) },
      },
      errors: [
        'REFERENCE_MISSING',
        'LIVENESS_UNAVAILABLE',
        'ATTEMPT_CLOSED',
        'PROVIDER_UNAVAILABLE',
        'APPLICANT_LOCKED',
        'APPLICANT_DELAYED',
      ],
    },
    async (deps: CaptureRoutesDeps, { c, subject }) => {
      const ipAddress = readClientAddress(c, deps.trustedProxies ?? 0) ?? null
      const device = readDevice(c.req.header('user-agent'))
      const surface = readSurface(c.req.header(PAGE_SURFACE_HEADER))
      const opener = { ipAddress, device, surface, proven: c.get('device') }
      return { ...(await openSession(deps, subject, opener)), engine: deps.engine }
    },
  ),
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/consent',
      id: 'giveConsent',
      summary: 'The person agrees',
      body: consentSchema,
      answers: NEXT,
      errors: [
        'ATTEMPT_CLOSED',
        'REFERENCE_MISSING',
        'LIVENESS_UNAVAILABLE',
        'PROVIDER_UNAVAILABLE',
        'APPLICANT_LOCKED',
        'APPLICANT_DELAYED',
      ],
    },
    async (deps: CaptureRoutesDeps, { subject, body }) => giveConsent(deps, subject, body.language),
  ),
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/step',
      id: 'completeStep',
      summary: "What the vendor's page or script handed over",
      body: stepSchema,
      // A signed result of a vendor's script; what its pages post is smaller.
      maxBytes: 64 * 1024,
      answers: NEXT,
      errors: ['ATTEMPT_CLOSED', 'REFERENCE_MISSING', 'PROVIDER_UNAVAILABLE'],
    },
    async (deps: CaptureRoutesDeps, { subject, body }) => completeStep(deps, subject, body.handed),
  ),
  ...CHALLENGE_ENDPOINTS,
  captureEndpoint(
    {
      method: 'put',
      path: '/capture/selfie',
      id: 'submitSelfie',
      summary: 'The picture, as it is',
      otherBodies: { 'image/jpeg': picture, 'image/png': picture },
      maxBytes: 'streamed',
      header: pictureHeaders,
      answers: NEXT,
      errors: [
        'ATTEMPT_CLOSED',
        'CONSENT_REQUIRED',
        'CHALLENGE_REQUIRED',
        'CHALLENGE_OVER',
        'UPLOAD_REPLACED',
        'REFERENCE_MISSING',
        'LIVENESS_UNAVAILABLE',
        'IMAGE_TOO_LARGE',
        'IMAGE_TYPE_UNSUPPORTED',
        'PICTURE_QUALITY_INVALID',
        'PICTURE_SOURCE_INVALID',
        'PHOTO_NOT_ALLOWED',
        'PROVIDER_UNAVAILABLE',
        'APPLICANT_LOCKED',
        'APPLICANT_DELAYED',
      ],
    },
    async (deps: CaptureRoutesDeps, { c, subject }) => {
      // A length over the limit is refused before the body comes; one that lies is stopped on the way.
      const announced = c.req.header('content-length')
      const length = announced && /^\d+$/.test(announced) ? Number(announced) : undefined
      if (length !== undefined && length > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
      const quality = readPictureQuality(c.req.header(PICTURE_QUALITY_HEADER))
      const body = c.env?.incoming ?? c.req.raw.body ?? emptyBody()
      const source = readPictureSource(c.req.header(PICTURE_SOURCE_HEADER))
      const unturned = readUnturnedStep(c.req.header(UNTURNED_STEP_HEADER))
      const device = readDeviceCookie(c)
      return submitSelfie(deps, subject, { body, length, quality, source, unturned, device })
    },
  ),
  captureEndpoint(
    {
      method: 'get',
      path: '/capture/next',
      id: 'getNext',
      summary: 'What to do next',
      answers: NEXT,
      errors: ['REFERENCE_MISSING', 'ATTEMPT_CLOSED', 'PROVIDER_UNAVAILABLE'],
    },
    async (deps: CaptureRoutesDeps, { subject }) => readNext(deps, subject),
  ),
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/release',
      id: 'releaseLink',
      summary: 'Let the next browser that opens the link have it',
      answers: NEXT,
    },
    async (deps: CaptureRoutesDeps, { subject }) => releaseLink(deps, subject),
  ),
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/abort',
      id: 'abortCapture',
      summary: 'The person leaves',
      body: abortSchema,
      answers: NEXT,
    },
    async (deps: CaptureRoutesDeps, { subject, body }) =>
      leaveCapture(deps, subject, 'capture_aborted', ABORT_REASONS[body.reason]),
  ),
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/refuse',
      id: 'refuseCapture',
      summary: 'The person says no',
      answers: NEXT,
    },
    async (deps: CaptureRoutesDeps, { subject }) => leaveCapture(deps, subject, 'capture_refused', 63001),
  ),
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/events',
      id: 'reportCourse',
      summary: 'How the capture goes',
      description:
        'Times and names out of lists, for whoever has to explain an attempt. It changes no decision; what comes of an enrolment, too late or too often is answered alike and not kept.',
      body: courseReportSchema,
      maxBytes: 8 * 1024,
      answers: { 204: { description: 'Heard' } },
    },
    async (deps: CaptureRoutesDeps, { subject, body }) => recordCourse(deps, subject, body.events),
  ),
]
