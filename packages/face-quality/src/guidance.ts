import type { GateFailure } from './evaluate-gates.ts'
import type { Direction, FailureCode } from './failure-codes.ts'

/** What to tell the person; `hold_still` when nothing is wrong. */
export interface Guidance {
  code: FailureCode | 'hold_still'
  direction?: Direction
}

export interface GuidanceState {
  /** Shown now; `undefined` before the first frame. */
  shown: Guidance | undefined
  /** When it was first shown. Milliseconds of any clock that never goes back. */
  shownSince: number
  /** What would be said instead, and since when. */
  next: Guidance | undefined
  nextSince: number
}

/** Nobody reads, or listens, faster. Smile ID throttles at the same. */
export const MESSAGE_MIN_MS = 600
/** A blink or one bad frame is not worth a word: longer than most blinks, shorter than patience. */
export const MESSAGE_SETTLE_MS = 250

export const START_GUIDANCE: GuidanceState = {
  shown: undefined,
  shownSince: 0,
  next: undefined,
  nextSince: 0,
}

const isSame = (a: Guidance | undefined, b: Guidance | undefined): boolean =>
  a?.code === b?.code && a?.direction === b?.direction

/**
 * The first failure that blocks, else the first hint: failures come in the order of telling. A camera of low
 * resolution is nothing a person can mend, so that it is told only where it blocks.
 */
const mostUrgent = (failures: readonly GateFailure[]): Guidance => {
  const failure =
    failures.find(({ blocking }) => blocking) ?? failures.find(({ code }) => code !== 'low_resolution')
  if (!failure) return { code: 'hold_still' }
  const { code, direction } = failure
  return { code, ...(direction && { direction }) }
}

/**
 * One message at a time. The first is shown at once; another takes its place when it has been the most urgent for
 * `MESSAGE_SETTLE_MS` and the present one has stood for `MESSAGE_MIN_MS`. Returns `state` itself when nothing changed.
 */
export const nextGuidance = (
  state: GuidanceState,
  failures: readonly GateFailure[],
  nowMs: number,
): GuidanceState => {
  const wanted = mostUrgent(failures)
  if (!state.shown) return { shown: wanted, shownSince: nowMs, next: undefined, nextSince: nowMs }
  if (isSame(wanted, state.shown)) return state.next ? { ...state, next: undefined } : state
  if (!isSame(wanted, state.next)) return { ...state, next: wanted, nextSince: nowMs }
  const settled = nowMs - state.nextSince >= MESSAGE_SETTLE_MS
  const read = nowMs - state.shownSince >= MESSAGE_MIN_MS
  return settled && read ? { shown: wanted, shownSince: nowMs, next: undefined, nextSince: nowMs } : state
}
