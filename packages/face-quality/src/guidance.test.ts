import { describe, expect, it } from 'vitest'
import type { GateFailure } from './evaluate-gates.ts'
import type { Direction, FailureCode } from './failure-codes.ts'
import {
  type GuidanceState,
  MESSAGE_MIN_MS,
  MESSAGE_SETTLE_MS,
  nextGuidance,
  START_GUIDANCE,
} from './guidance.ts'

const failure = (code: FailureCode, blocking = true, direction?: Direction): GateFailure => ({
  code,
  blocking,
  gates: [],
  ...(direction && { direction }),
})

/** What is shown after each frame. */
const play = (frames: readonly (readonly [ms: number, failures: readonly GateFailure[]])[]) => {
  let state: GuidanceState = START_GUIDANCE
  return frames.map(([ms, failures]) => {
    state = nextGuidance(state, failures, ms)
    return state.shown?.code
  })
}

describe('nextGuidance', () => {
  it('shows the first message at once', () => {
    expect(play([[5, [failure('no_face')]]])).toEqual(['no_face'])
  })

  it('tells the first failure that blocks, before any hint', () => {
    expect(play([[0, [failure('uneven_light', false), failure('blurry')]]])).toEqual(['blurry'])
  })

  it('tells a hint when nothing blocks, and to hold still when nothing is wrong', () => {
    expect(play([[0, [failure('uneven_light', false)]]])).toEqual(['uneven_light'])
    expect(play([[0, []]])).toEqual(['hold_still'])
  })

  it('keeps quiet about a resolution that only hints', () => {
    expect(play([[0, [failure('low_resolution', false)]]])).toEqual(['hold_still'])
    expect(play([[0, [failure('low_resolution')]]])).toEqual(['low_resolution'])
  })

  it('leaves a message for 600 ms', () => {
    const far = [failure('too_far')]
    const shown = play([
      [0, [failure('no_face')]],
      [100, far],
      [100 + MESSAGE_SETTLE_MS, far],
      [MESSAGE_MIN_MS - 1, far],
      [MESSAGE_MIN_MS, far],
    ])
    expect(shown).toEqual(['no_face', 'no_face', 'no_face', 'no_face', 'too_far'])
  })

  it('does not say a word about a blink', () => {
    const shown = play([
      [0, []],
      [1000, [failure('eyes_closed')]],
      [1000 + MESSAGE_SETTLE_MS - 1, [failure('eyes_closed')]],
      [1000 + MESSAGE_SETTLE_MS, []],
      [1100 + MESSAGE_SETTLE_MS, [failure('eyes_closed')]],
      [1100 + 2 * MESSAGE_SETTLE_MS - 1, [failure('eyes_closed')]],
      [1100 + 2 * MESSAGE_SETTLE_MS, [failure('eyes_closed')]],
    ])
    expect(shown).toEqual([...new Array<string>(6).fill('hold_still'), 'eyes_closed'])
  })

  it('counts another direction as another message', () => {
    let state = nextGuidance(START_GUIDANCE, [failure('turned', true, 'left')], 0)
    state = nextGuidance(state, [failure('turned', true, 'right')], 700)
    expect(state.shown?.direction).toBe('left')
    state = nextGuidance(state, [failure('turned', true, 'right')], 700 + MESSAGE_SETTLE_MS)
    expect(state.shown).toEqual({ code: 'turned', direction: 'right' })
  })

  it('never changes twice within 600 ms, whatever the frames say', () => {
    const codes: FailureCode[] = ['too_far', 'turned', 'blurry']
    const frames = Array.from(
      { length: 400 },
      (_, i) => [i * 33, [failure(codes[Math.floor(i / 9) % 3] ?? 'no_face')]] as const,
    )
    const shown = play(frames)
    const changes = frames.flatMap(([ms], i) => (i > 0 && shown[i] !== shown[i - 1] ? [ms] : []))
    expect(changes.length).toBeGreaterThan(5)
    for (const [i, ms] of changes.entries()) {
      expect(ms - (changes[i - 1] ?? -MESSAGE_MIN_MS)).toBeGreaterThanOrEqual(MESSAGE_MIN_MS)
    }
  })

  it('returns the same state when nothing changed', () => {
    const state = nextGuidance(START_GUIDANCE, [], 0)
    expect(nextGuidance(state, [], 33)).toBe(state)
  })
})
