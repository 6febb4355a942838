import type { Challenge, ChallengeAnswer, ChallengeStep } from '@visavis/shared/liveness'
import { isRecord, readAnswer } from './read-answer.ts'
import { type Fetch, request } from './request.ts'
import { type Sign, withoutProof } from './sign.ts'

const isStep = (value: unknown): value is ChallengeStep =>
  isRecord(value) &&
  typeof value.n === 'number' &&
  (value.side === 'left' || value.side === 'right') &&
  typeof value.after_ms === 'number'

const hasExpiry = (value: unknown): value is { expires_at: string } =>
  isRecord(value) && typeof value.expires_at === 'string'

const isChallenge = (value: unknown): value is Challenge =>
  hasExpiry(value) && 'id' in value && typeof value.id === 'string' && 'step' in value && isStep(value.step)

const isChallengeAnswer = (value: unknown): value is ChallengeAnswer =>
  isRecord(value) &&
  (value.next === 'capture' || (value.next === 'turn' && isStep(value.step) && hasExpiry(value)))

interface ChallengeClientOptions {
  /** The capture token. */
  token: string
  sign?: Sign | undefined
  fetch?: Fetch
}

/** The turns of the head. Every method @throws CaptureApiError, `CHALLENGE_OVER` once the challenge is void. */
export const createChallengeClient = ({
  token,
  sign = withoutProof,
  fetch = globalThis.fetch.bind(globalThis),
}: ChallengeClientOptions) => {
  const ask = async <T>(
    path: string,
    init: RequestInit,
    isExpected: (value: unknown) => value is T,
  ): Promise<T> => {
    const url = `/capture/challenge${path}`
    const send = (proof: Record<string, string>) =>
      request(fetch, url, { ...init, headers: { ...proof, Authorization: `Bearer ${token}` } })
    return readAnswer(await sign(init.method, url, send), isExpected)
  }
  return {
    /** Voids the one before. */
    beginChallenge: (signal: AbortSignal) => ask('', { method: 'POST', signal }, isChallenge),
    /** @param offsets ms since the step's answer came, one for each frame */
    sendTurn: (
      challengeId: string,
      n: number,
      { frames, offsets }: { frames: readonly Blob[]; offsets: readonly number[] },
      signal: AbortSignal,
    ) => {
      const body = new FormData()
      for (const [index, frame] of frames.entries()) body.append('frames', frame, `${index + 1}.jpg`)
      body.append('offsets', JSON.stringify(offsets))
      return ask(`/${challengeId}/steps/${n}`, { method: 'PUT', body, signal }, isChallengeAnswer)
    },
    /** After the last step. @throws CaptureApiError whatever is wrong with it */
    sendVideo: async (challengeId: string, video: Blob, signal: AbortSignal) => {
      const path = `/capture/challenge/${challengeId}/video`
      await sign('PUT', path, (proof) => {
        const headers = { ...proof, Authorization: `Bearer ${token}`, 'Content-Type': video.type }
        return request(fetch, path, { method: 'PUT', body: video, headers, signal })
      })
    },
    /** As long again, once in a challenge. */
    extendChallenge: (challengeId: string, signal: AbortSignal) =>
      ask(`/${challengeId}/extension`, { method: 'POST', signal }, hasExpiry),
  }
}

export type ChallengeClient = ReturnType<typeof createChallengeClient>
