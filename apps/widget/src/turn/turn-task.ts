import type { Gates } from '@visavis/face-quality/gates'
import type { Challenge, ChallengeAnswer, TURN_WINDOW_MS } from '@visavis/shared/liveness'
import { CaptureApiError } from '../api/capture-api-error.ts'
import type { ChallengeClient } from '../api/challenge-client.ts'
import { DetectorError } from '../detector/face-detector.ts'
import type { Analysis, CaptureTask } from '../detector/run-task.ts'
import { createAssessor } from '../selfie/create-assessor.ts'
import { createTeller } from '../selfie/create-teller.ts'
import { type GuidanceEvent, toGuidanceEvent } from '../selfie/guidance.ts'
import type { FrameKeeper } from './keep-frames.ts'
import { createStill } from './keep-still.ts'
import type { TurnRecorder } from './record-turn.ts'
import { takeStep } from './take-step.ts'
import { isFacing } from './turn-rules.ts'
import { FIRST_VIEW, type TurnEvent, type TurnView } from './turn-view.ts'

/** Time to read what is coming. */
const INTRO_MS = 1500
/** A face that passes by starts nothing. */
const STEADY_MS = 400
/** What a step lasts after its cue by the server's clock, and what of it sending takes. */
const WINDOW_MS = 6000 satisfies typeof TURN_WINDOW_MS
const SENDING_MS = 800
/** Before the end of a step, the request for more time is on its way. */
const EXTEND_AHEAD_MS = 2500
/** A video is not waited for longer than half a megabit a second needs for the usual one. */
const VIDEO_PATIENCE_MS = 4000
/** Whoever needs longer than that is asked what would help. */
const MAX_CHALLENGES = 3

/** Void, late, replaced, or of frames that could not be read: another one may follow. */
const isOver = (error: unknown): boolean =>
  error instanceof CaptureApiError && ['CHALLENGE_OVER', 'CHALLENGE_FRAMES_INVALID'].includes(error.code)

export interface TurnTaskOptions {
  gates: Gates
  keeper: FrameKeeper
  client: ChallengeClient
  /** Absent: no video is kept. */
  recorder?: TurnRecorder | undefined
  /** The person asked for it. */
  hasMoreTime: boolean
  /** Monotonic, ms. */
  now: () => number
  emit: (event: GuidanceEvent | TurnEvent) => void
  signal: AbortSignal
}

/** What was seen instead of a turn. */
export interface Unturned {
  /** The caller's. */
  frame: ImageBitmap
  /** The challenge and its step, `chl_…/1`. */
  step: string
}

/** `null`: the time ran out too often, and there is nothing to judge by. */
type TurnTask = CaptureTask<'done' | Unturned | null>
/** How a challenge ended: `late`, the step whose time ran out. */
type Ended = 'done' | 'over' | { late: string }

/**
 * Guides the person through the turns that the server deals out, one after the other, and sends each, until the time ran
 * out too often. While it runs it throws CaptureApiError when the server cannot be asked, DetectorError when nothing
 * is seen any more.
 */
export const createTurnTask = (options: TurnTaskOptions): TurnTask => {
  const keeping = { isOn: false }
  return {
    onFrame: (frame, at) => {
      if (keeping.isOn) options.keeper.keep(frame, at)
    },
    take: (seen) => takeTurn(seen, keeping, options),
  }
}

const takeTurn = async (
  seen: Parameters<TurnTask['take']>[0],
  keeping: { isOn: boolean },
  { gates, keeper, client, recorder, hasMoreTime, now, emit, signal }: TurnTaskOptions,
): ReturnType<TurnTask['take']> => {
  const tellGuidance = createTeller(emit)
  const tellView = createTeller(emit)
  let view = FIRST_VIEW
  const show = (change: Partial<TurnView>): TurnView => {
    view = { ...view, ...change }
    if (view.ask !== 'centre') recorder?.start()
    tellView({ type: 'turn.changed', view })
    return view
  }
  const still = createStill(gates)
  const look = async (): Promise<Analysis> => {
    const { done, value } = await seen.next()
    if (done) throw new DetectorError('no more frames')
    still.offer(value)
    return value
  }
  const assess = createAssessor(gates)
  const introEndsAt = now() + INTRO_MS

  /** Until there is a face as the picture is to have it, straight and still: where it points. No clock runs before. */
  const waitForFace = async (): Promise<number> => {
    let since: number | null = null
    for (;;) {
      const { at, yaw, quality } = await look()
      const { isGood, shown } = assess(quality, at)
      tellGuidance(toGuidanceEvent(shown, 0))
      const isIntro = at < introEndsAt
      show({ word: isIntro ? 'intro' : shown?.code === 'hold_still' ? 'straight' : 'aim' })
      if (!isGood || yaw === undefined || !isFacing(yaw)) {
        since = null
        continue
      }
      since ??= at
      if (!isIntro && at - since >= STEADY_MS) return yaw
    }
  }

  /** Tells when it is too late for the step; asks for more time where that was wanted. */
  const createDeadline = (id: Challenge['id']) => {
    let isAskedFor = !hasMoreTime
    const extend = async (expires: string) => {
      const { expires_at } = await client.extendChallenge(id, signal)
      return Date.parse(expires_at) - Date.parse(expires)
    }
    return (since: number, { step, expires_at }: Pick<Challenge, 'step' | 'expires_at'>) => {
      let lateAt = since + step.after_ms + WINDOW_MS - SENDING_MS
      return (at: number): boolean => {
        if (!isAskedFor && at >= lateAt - EXTEND_AHEAD_MS) {
          isAskedFor = true
          extend(expires_at).then(
            (ms) => {
              lateAt += ms
            },
            // Without it the time is what it was.
            () => {},
          )
        }
        return at >= lateAt
      }
    }
  }

  const takeSteps = async ({ id, step, expires_at }: Challenge, zero: number): Promise<Ended> => {
    const createClock = createDeadline(id)
    let answer: ChallengeAnswer = { next: 'turn', step, expires_at }
    while (answer.next === 'turn') {
      const since = now()
      still.reset()
      const isLate = createClock(since, answer)
      const taken = await takeStep({ step: answer.step, zero, since, look, isLate, keeper, show })
      if (!taken) return { late: `${id}/${answer.step.n}` }
      answer = await client.sendTurn(id, answer.step.n, taken, signal)
    }
    await sendVideo(id)
    return 'done'
  }

  /** Before the picture, which ends the challenge. It decides nothing: without it the check goes on. */
  const sendVideo = async (id: string): Promise<void> => {
    const video = await recorder?.take()
    if (!video) return
    const patience = AbortSignal.any([signal, AbortSignal.timeout(VIDEO_PATIENCE_MS)])
    await client.sendVideo(id, video, patience).catch(() => {})
  }

  const tryChallenge = async (zero: number): Promise<Ended> => {
    try {
      keeping.isOn = true
      return await takeSteps(await client.beginChallenge(signal), zero)
    } catch (error) {
      if (isOver(error)) return 'over'
      throw error
    } finally {
      keeping.isOn = false
      recorder?.drop()
    }
  }

  let ended: Ended = 'over'
  try {
    for (let tries = 0; tries < MAX_CHALLENGES; tries += 1) {
      show({ ...FIRST_VIEW, word: tries === 0 ? 'intro' : 'straight' })
      ended = await tryChallenge(await waitForFace())
      if (ended !== 'done') continue
      // The head is on its way back: "hold still", good before the first turn, would come too early.
      tellGuidance({ type: 'guidance.changed', code: 'turned', steer: null, steadiness: 0 })
      show({ ask: 'centre', word: 'picture' })
      return 'done'
    }
    if (ended === 'over') return null
    const frame = still.take()
    return frame && { frame, step: ended.late }
  } finally {
    still.reset()
  }
}
