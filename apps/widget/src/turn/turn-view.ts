import type { TurnSide } from '@visavis/shared/liveness'
import type { TurnProblem } from './turn-rules.ts'

/** What the person is told during a turn; each has copy, except where the guidance of the live picture speaks. */
export type TurnWord =
  /** What is coming. */
  | 'intro'
  /** Not yet as the picture is to be: the usual guidance says what is missing. */
  | 'aim'
  | 'straight'
  | TurnSide
  | 'more'
  /** That side is done. */
  | 'back'
  | TurnProblem
  /** All turns are done: the usual guidance goes on. */
  | 'picture'

/** What the screen shows of the turns. Left and right are the person's own, and those of the mirrored picture. */
export interface TurnView {
  /** What the person is asked to do now. */
  ask: TurnSide | 'centre'
  word: TurnWord
  /** Share of the way to each side, 0 to 1. */
  reached: Readonly<Record<TurnSide, number>>
  /** Turns that were done. */
  done: number
}

/** Before anything was said. */
export const FIRST_VIEW: TurnView = { ask: 'centre', word: 'intro', reached: { left: 0, right: 0 }, done: 0 }

export type TurnEvent =
  | { type: 'turn.changed'; view: TurnView }
  /** The server has every turn: the picture follows. */
  | { type: 'turn.finished' }
  /** The time ran out again and again. */
  | { type: 'turn.stuck' }
  | { type: 'turn.failed'; error: unknown }
