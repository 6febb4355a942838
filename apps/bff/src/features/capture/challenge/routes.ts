import { AppError } from '@visavis/shared/errors'
import {
  challengeAnswerSchema,
  challengeExtensionSchema,
  challengeSchema,
  MAX_TURN_FRAMES,
  MAX_TURN_VIDEO_BYTES,
  MIN_TURN_FRAMES,
} from '@visavis/shared/liveness'
import * as z from 'zod'
import { captureEndpoint } from '../capture-endpoint.ts'
import type { CaptureDeps } from '../deps.ts'
import { beginChallenge } from './begin-challenge.ts'
import { takeVideo } from './keep-video.ts'
import { MAX_TURN_BYTES, readTurn } from './read-turn.ts'
import { extendStep, takeTurn } from './take-turn.ts'

const MAY_TURN = [
  'ATTEMPT_CLOSED',
  'CONSENT_REQUIRED',
  'APPLICANT_LOCKED',
  'APPLICANT_DELAYED',
  'LIVENESS_UNAVAILABLE',
  'NOT_FOUND',
] as const

const video = z.string().meta({ override: { type: 'string', format: 'binary' } })
const frame = z.string().meta({ override: { type: 'string', format: 'binary' } })
const turnForm = z
  .object({
    frames: z
      .array(frame)
      .min(MIN_TURN_FRAMES)
      .max(MAX_TURN_FRAMES)
      .meta({ description: 'JPEG files in the order they were taken.' }),
    offsets: z.string().meta({
      description: 'A JSON list: milliseconds of each since the answer with the step came.',
      example: '[1010,1110,1212,1309,1411]',
    }),
  })
  .meta({ id: 'Turn' })

/** The turn of the head, dealt out a step at a time; docs/adr/0017-a-turn-is-dealt-and-judged-here.md says why so. */
export const CHALLENGE_ENDPOINTS = [
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/challenge',
      id: 'beginChallenge',
      summary: 'Begin the turns of the head; one begun before is void',
      answers: { 200: { description: 'The first step', schema: challengeSchema.meta({ id: 'Challenge' }) } },
      errors: MAY_TURN,
    },
    async (deps: CaptureDeps, { subject }) => beginChallenge(deps, subject),
  ),
  captureEndpoint(
    {
      method: 'put',
      path: '/capture/challenge/{challengeId}/steps/{n}',
      id: 'putTurn',
      summary: 'The frames of a turn',
      otherBodies: { 'multipart/form-data': turnForm },
      maxBytes: MAX_TURN_BYTES,
      answers: {
        200: {
          description: 'The next step, or that the picture is next',
          schema: challengeAnswerSchema.meta({ id: 'ChallengeAnswer' }),
        },
      },
      errors: [...MAY_TURN, 'CHALLENGE_OVER', 'CHALLENGE_FRAMES_INVALID', 'CONTENT_TYPE_UNSUPPORTED'],
    },
    async (deps: CaptureDeps, { c, subject, params: { challengeId, n } }) => {
      if (!/^[1-9]$/.test(n)) throw new AppError('CHALLENGE_OVER')
      return takeTurn(deps, subject, { challengeId, step: Number(n) }, await readTurn(c))
    },
  ),
  captureEndpoint(
    {
      method: 'put',
      path: '/capture/challenge/{challengeId}/video',
      id: 'putTurnVideo',
      summary: 'A short video of the turns, where the journey keeps one',
      otherBodies: { 'video/webm': video, 'video/mp4': video },
      maxBytes: MAX_TURN_VIDEO_BYTES,
      answers: { 204: { description: 'It waits for the picture' } },
      errors: [
        'ATTEMPT_CLOSED',
        'CONSENT_REQUIRED',
        'APPLICANT_LOCKED',
        'APPLICANT_DELAYED',
        'NOT_FOUND',
        'CHALLENGE_OVER',
        'CONTENT_TYPE_UNSUPPORTED',
      ],
    },
    async (deps: CaptureDeps, { c, subject, params }) =>
      takeVideo(deps, subject, params.challengeId, new Uint8Array(await c.req.arrayBuffer())),
  ),
  captureEndpoint(
    {
      method: 'post',
      path: '/capture/challenge/{challengeId}/extension',
      id: 'extendChallenge',
      summary: 'More time for the present step, once',
      answers: { 200: { description: 'When it is void now', schema: challengeExtensionSchema } },
      errors: [...MAY_TURN, 'CHALLENGE_OVER'],
    },
    async (deps: CaptureDeps, { subject, params }) => extendStep(deps, subject, params.challengeId),
  ),
]
