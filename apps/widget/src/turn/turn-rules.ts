import type { TurnSide } from '@visavis/shared/liveness'

/**
 * In degrees of the facial transformation matrix. The server wants a first frame within 12, on a scale of its own; portraits
 * from the front read up to 10.
 */
const FACING_DEG = 12
/** Around where the head was as it faced the camera: a head that is never quite straight has its own zero. */
const STRAIGHT_DEG = 8
/** The server wants at least 20 on its scale, 17 of a protractor. */
const PEAK_DEG = 22
/** Beyond it the face is another one to the recogniser. */
const TOO_FAR_DEG = 35
/** Between two looks: nobody can tell what was in between. */
const TOO_FAST_DEG = 18
/** No tremor gets there. */
const WRONG_WAY_DEG = -10
/** From where on a turn has begun, and how much further it has to get to count as going on. */
const BEGUN_DEG = 6
const GROWTH_DEG = 2
/** A head that stands for so long is waiting for a word. */
const STANDS_MS = 500
/** A frame or two without a face are the detector's business, not the person's. */
export const LOST_MS = 500

/** Why a turn is started anew on this device, before anything of it is sent. */
export type TurnProblem = 'too_fast' | 'too_far' | 'wrong_way' | 'lost' | 'once_more'

/** When, by any monotonic clock in ms, the head pointed where; yaw > 0 is the person's own left. */
export interface Head {
  at: number
  yaw: number
}

export interface TurnState {
  /** As the turn was asked for. */
  front: Head
  last: Head
  /** Degrees to the asked side. */
  turned: number
  /** From where it counts: a head that was asked on its way back from the same side comes further back, to straight. */
  from: number
  furthest: { turned: number; at: number }
  /** Stands still before it is far enough. */
  isShort: boolean
  isDone: boolean
  problem: TurnProblem | null
}

export const towards = (side: TurnSide, degrees: number): number => (side === 'left' ? degrees : -degrees)

/** Whether a turn may begin at that angle. */
export const isFacing = (yaw: number): boolean => Math.abs(yaw) <= FACING_DEG

/** Whether the head is there again. `zero`: where it faced the camera. */
export const isStraight = (yaw: number, zero: number): boolean =>
  isFacing(yaw) && Math.abs(yaw - zero) <= STRAIGHT_DEG

export const startTurn = (front: Head): TurnState => ({
  front,
  last: front,
  turned: 0,
  from: 0,
  furthest: { turned: 0, at: front.at },
  isShort: false,
  isDone: false,
  problem: null,
})

/** Share of the way, 0 to 1. */
export const reachedOf = ({ turned, from }: TurnState): number =>
  Math.min(1, Math.max(0, (turned - from) / PEAK_DEG))

const problemOf = (turned: number, before: TurnState): TurnProblem | null => {
  if (Math.abs(turned - before.turned) > TOO_FAST_DEG) return 'too_fast'
  if (turned < WRONG_WAY_DEG) return 'wrong_way'
  return turned > TOO_FAR_DEG ? 'too_far' : null
}

/** The turn after one more look; `yaw` undefined: no face. */
export const followTurn = (
  before: TurnState,
  { at, yaw }: { at: number; yaw: number | undefined },
  side: TurnSide,
): TurnState => {
  if (yaw === undefined) {
    return at - before.last.at > LOST_MS ? { ...before, problem: 'lost' } : before
  }
  const turned = towards(side, yaw - before.front.yaw)
  const goesOn = turned > before.furthest.turned + GROWTH_DEG
  const furthest = goesOn ? { turned, at } : before.furthest
  const problem = problemOf(turned, before)
  const from = Math.min(before.from, Math.max(turned, -STRAIGHT_DEG))
  const isDone = !problem && turned - from >= PEAK_DEG
  return {
    front: before.front,
    last: { at, yaw },
    turned,
    from,
    furthest,
    isShort: !isDone && turned >= BEGUN_DEG && at - furthest.at > STANDS_MS,
    isDone,
    problem,
  }
}
