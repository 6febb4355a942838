import type { CaptureResult, StartCaptureInput, StartOutcome } from '../hosted-capture.ts'
import type { ProviderHttp } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import { isRefusal } from './api.ts'
import { fromPolled } from './mapping.ts'
import { type FaceReference, parseReference } from './reference.ts'
import type { EntrustSettings } from './settings.ts'
import { type EntrustState, polledSchema, startedSchema, type WireStarted } from './wire.ts'

const START_PATH = '/v2/authentication/users/authenticate/FACE'
/** Started by v2, completed by v1. */
const COMPLETE_PATH = '/v1/authentication/users/authenticate/FACE/complete'

type Settings = Pick<EntrustSettings, 'application_id' | 'script_url'>

/** One FACE challenge, from its start to its last word. */
export interface Challenges {
  start(input: StartCaptureInput, signal: AbortSignal): Promise<StartOutcome>
  poll(state: EntrustState, signal: AbortSignal): Promise<CaptureResult>
  cancel(state: Pick<EntrustState, 'token' | 'userId'>, signal: AbortSignal): Promise<void>
}

export const createChallenges = (api: ProviderHttp, settings: Settings, now: () => Date): Challenges => {
  const complete = ({ token, userId }: Pick<EntrustState, 'token' | 'userId'>, more: object = {}) =>
    ({
      method: 'POST',
      path: COMPLETE_PATH,
      // As it came, without `Bearer`.
      headers: { Authorization: token },
      body: { json: { applicationId: settings.application_id, userId, ...more } },
      // Asking is all it does, and calling off twice is calling off.
      isRepeatable: true,
    }) as const

  const challenges: Challenges = {
    start: async (input, signal) => {
      for (const { vendorReference } of input.references) {
        if (vendorReference === undefined) continue
        const reference = parseReference(vendorReference)
        const started = await begin(api, settings, reference.userId, signal)
        if (!started) continue
        const step = toStep(settings, started, reference)
        if (step) return toOutcome(input, reference, started, step, now())
        await challenges.cancel({ token: started.token, userId: reference.userId }, signal)
      }
      return { kind: 'no-reference' }
    },
    poll: async (state, signal) => {
      try {
        const result = fromPolled(await api.json(complete(state), polledSchema, signal))
        if (result.kind !== 'pending' || now() < new Date(state.endsOn)) return result
        await challenges.cancel(state, signal)
        return { kind: 'expired' }
      } catch (failure) {
        // What polling a challenge that is over gives (guides of the official SDK, "troubleshooting").
        if (isRefusal(failure, 400, 'INVALID_TRANSACTION')) return { kind: 'expired' }
        // The token is refused, so its time is over; before that it would be trouble.
        if (isRefusal(failure, 401) && now() >= new Date(state.endsOn)) return { kind: 'expired' }
        throw failure
      }
    },
    cancel: async (state, signal) => {
      await api.send(complete(state, { cancel: true }), signal).catch((failure: unknown) => {
        if (!isRefusal(failure, 400, 'INVALID_TRANSACTION') && !isRefusal(failure, 401)) throw failure
      })
    },
  }
  return challenges
}

/** `undefined`: the vendor does not know the user. A challenge that got lost runs out by itself. */
const begin = async (
  api: ProviderHttp,
  { application_id: applicationId }: Settings,
  userId: string,
  signal: AbortSignal,
): Promise<WireStarted | undefined> => {
  const body = { json: { applicationId, userId } }
  try {
    return await api.json({ method: 'POST', path: START_PATH, body }, startedSchema, signal)
  } catch (failure) {
    if (isRefusal(failure, 404)) return undefined
    throw failure
  }
}

/** `undefined`: a face this browser cannot capture, since it is on a phone, or not the one that was asked for. */
const toStep = (
  { script_url }: Settings,
  { faceChallenge: { device, id, sdkToken, workflowRunId } }: WireStarted,
  { faceId }: FaceReference,
) => {
  if (device === 'MOBILE' || (faceId && id && faceId !== id)) return undefined
  if (device !== 'WEB' || !sdkToken || !workflowRunId) {
    throw new ProviderError('entrust', 'protocol', { code: 'face_challenge_incomplete' })
  }
  const options = { token: sdkToken, workflowRunId }
  return { next: 'vendor_sdk', sdk: 'onfido', script_url, options } as const
}

const toOutcome = (
  { attemptId, lifetimeS }: StartCaptureInput,
  { userId }: FaceReference,
  { token, time, expires }: WireStarted,
  step: NonNullable<ReturnType<typeof toStep>>,
  startedOn: Date,
): StartOutcome => {
  const vendorMs = time !== undefined && expires !== undefined ? expires - time : Number.POSITIVE_INFINITY
  const lifeMs = Math.min(lifetimeS * 1000, Math.max(vendorMs, 0))
  const endsOn = new Date(startedOn.getTime() + lifeMs).toISOString()
  return {
    kind: 'started',
    state: { token, userId, endsOn } satisfies EntrustState,
    step,
    // There are no webhooks: nothing is ever looked up by it.
    vendorSession: attemptId,
  }
}
