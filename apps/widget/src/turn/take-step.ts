import type { ChallengeStep } from '@visavis/shared/liveness'
import type { Analysis } from '../detector/run-task.ts'
import type { FrameKeeper } from './keep-frames.ts'
import { pickFrames } from './pick-frames.ts'
import {
  followTurn,
  type Head,
  isStraight,
  LOST_MS,
  reachedOf,
  startTurn,
  type TurnProblem,
} from './turn-rules.ts'
import type { TurnView, TurnWord } from './turn-view.ts'

/** Frames from further before the cue are none of the turn; the server says so too. */
const EARLY_MS = 100
/** What went wrong is read before the turn is asked for again. */
const READ_MS = 1200

export interface TakenTurn {
  frames: Blob[]
  /** Of each frame, ms since the step's answer came. */
  offsets: number[]
}

interface TakeStepOptions {
  step: ChallengeStep
  /** Where the head faced the camera. */
  zero: number
  /** When the answer with the step came. */
  since: number
  look: () => Promise<Pick<Analysis, 'at' | 'yaw'>>
  /** Whether it is too late to send anything. */
  isLate: (at: number) => boolean
  keeper: Pick<FrameKeeper, 'times' | 'take'>
  /** What the screen shows, with the changes. */
  show: (change: Partial<TurnView>) => TurnView
}

/** One turn: straight, the cue, to the side. Starts anew by itself until it is good or the time is over. */
export const takeStep = async ({ step, zero, since, look, isLate, keeper, show }: TakeStepOptions) => {
  const { side } = step

  /** The last looks before the cue; null: too late. */
  const waitForFront = async (word: TurnWord, notBefore: number): Promise<readonly [Head, Head] | null> => {
    let before: Head | null = null
    let seenAt: number | null = null
    show({ ask: 'centre', word })
    for (;;) {
      const { at, yaw } = await look()
      if (isLate(at)) return null
      if (yaw !== undefined || seenAt === null) seenAt = at
      show({ word: at - seenAt > LOST_MS ? 'lost' : word })
      const head = yaw !== undefined && isStraight(yaw, zero) ? { at, yaw } : null
      if (head && before && at >= notBefore) return [before, head]
      before = head
    }
  }

  let endedAt = since
  const turnFrom = async (front: readonly [Head, Head]): Promise<TakenTurn | TurnProblem | null> => {
    const looks: Head[] = [...front]
    let turn = startTurn(front[1])
    const { reached, done } = show({ ask: side, word: side })
    for (;;) {
      show({ word: turn.isShort ? 'more' : side, reached: { ...reached, [side]: reachedOf(turn) } })
      const { at, yaw } = await look()
      endedAt = at
      if (isLate(at)) return null
      if (yaw !== undefined) looks.push({ at, yaw })
      turn = followTurn(turn, { at, yaw }, side)
      if (turn.problem) return turn.problem
      if (!turn.isDone) continue
      const times = pickFrames(
        looks,
        keeper.times().filter((time) => time >= since + step.after_ms - EARLY_MS),
        side,
      )
      if (typeof times === 'string') return times
      show({ ask: 'centre', word: 'back', reached: { ...reached, [side]: 1 }, done: done + 1 })
      return {
        frames: await keeper.take(times),
        offsets: times.map((time) => Math.round(time - since)),
      }
    }
  }

  let word: TurnWord = step.n === 1 ? 'straight' : 'back'
  let notBefore = since + step.after_ms
  for (;;) {
    const front = await waitForFront(word, notBefore)
    if (!front) return null
    const taken = await turnFrom(front)
    if (taken === null || typeof taken === 'object') return taken
    word = taken
    notBefore = endedAt + READ_MS
  }
}
