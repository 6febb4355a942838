import { AppError } from '@visavis/shared/errors'
import {
  confirmedHandoffSchema,
  confirmHandoffSchema,
  handoffSchema,
  openedHandoffSchema,
  openHandoffSchema,
  startedHandoffSchema,
} from '@visavis/shared/handoff-api'
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { readBearer } from '../../http/bearer.ts'
import { type Endpoint, endpoint, mount } from '../../http/endpoint.ts'
import { readDevice } from '../../http/read-device.ts'
import { type CaptureEnv, captureEndpoint, captureToken } from '../capture/index.ts'
import { cancelHandoff, type Follower, followHandoff } from './follow-handoff.ts'
import { type HandoffSource, startHandoff } from './start-handoff.ts'
import { confirmHandoff, openHandoff } from './take-handoff.ts'
import {
  createHandoffStreams,
  type HandoffRoutesDeps,
  type HandoffStreams,
  watchHandoff,
} from './watch-handoff.ts'

/** Open to whoever has a code and the number. */
const taker = { tag: 'Capture', audience: 'browser' } as const

/** Open to the token that started it, also once that opens nothing else any more. */
const follower = { tag: 'Capture', audience: 'capture' } as const

const START = captureEndpoint(
  {
    method: 'post',
    path: '/capture/handoff',
    id: 'startHandoff',
    summary: 'Offer the link to another device',
    answers: { 201: { description: 'What to show', schema: startedHandoffSchema } },
    errors: ['ATTEMPT_CLOSED', 'HANDOFF_UNAVAILABLE'],
  },
  async (deps: HandoffRoutesDeps, { c, subject }) =>
    startHandoff(deps, subject, readSource(c.req.header('user-agent'))),
)

interface MountedDeps extends HandoffRoutesDeps {
  streams: HandoffStreams
}

const OTHERS: readonly Endpoint<MountedDeps, CaptureEnv>[] = [
  endpoint(
    {
      ...follower,
      method: 'get',
      path: '/capture/handoff',
      id: 'followHandoff',
      summary: 'How far the hand-off is',
      description:
        'With the token that started it, which opens nothing else once the other device has the link.',
      answers: { 200: { description: 'What to show', schema: handoffSchema } },
      errors: ['NOT_FOUND'],
    },
    async (deps: HandoffRoutesDeps, { c }) => followHandoff(deps, readFollower(c)),
  ),
  endpoint(
    {
      ...follower,
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
    async (deps: MountedDeps, { c }) => watchHandoff(deps, deps.streams, c, readFollower(c)),
  ),
  endpoint(
    {
      ...follower,
      method: 'post',
      path: '/capture/handoff/cancel',
      id: 'cancelHandoff',
      summary: 'Go on here after all',
      answers: { 200: { description: 'What to show', schema: handoffSchema } },
      errors: ['NOT_FOUND'],
    },
    async (deps: HandoffRoutesDeps, { c }) =>
      cancelHandoff(deps, readFollower(c), readDevice(c.req.header('user-agent'))),
  ),
  endpoint(
    {
      ...taker,
      method: 'post',
      path: '/capture/handoff/open',
      id: 'openHandoff',
      summary: 'What a scanned code asks for',
      body: openHandoffSchema,
      answers: { 200: { description: 'For the person to recognise', schema: openedHandoffSchema } },
      errors: ['HANDOFF_INVALID'],
    },
    async (deps: HandoffRoutesDeps, { body }) => openHandoff(deps, body),
  ),
  endpoint(
    {
      ...taker,
      method: 'post',
      path: '/capture/handoff/confirm',
      id: 'confirmHandoff',
      summary: 'Take the link over by the number that the other device shows',
      body: confirmHandoffSchema,
      answers: { 200: { description: 'The link', schema: confirmedHandoffSchema } },
      errors: ['HANDOFF_INVALID', 'HANDOFF_NUMBER_WRONG'],
    },
    async (deps: HandoffRoutesDeps, { body }) => {
      const { verificationUrl } = await confirmHandoff(deps, body)
      return { verification_url: verificationUrl }
    },
  ),
]

export const HANDOFF_ENDPOINTS = [START, ...OTHERS]

/** Both ends of a hand-off: who gives the link away, by its token, and who takes it, by a code and a number. */
export const handoffRoutes = (deps: HandoffRoutesDeps) => {
  const routes = new Hono<CaptureEnv>()
  mount(routes, [START], deps, { toChecks: () => [captureToken(deps)] })
  mount(routes, OTHERS, { ...deps, streams: createHandoffStreams() })
  return routes
}

const readFollower = (c: Context<CaptureEnv>): Follower => {
  const token = readBearer(c.req.header('authorization'))
  if (!token) throw new AppError('CAPTURE_TOKEN_INVALID')
  return { token, device: c.get('device') }
}

/** By what the browser says of itself: for a person to recognise, no more. */
const readSource = (agent: string | undefined): HandoffSource => {
  const { browser, system } = readDevice(agent)
  return { browser: browser?.name ?? null, system: system ?? null }
}
