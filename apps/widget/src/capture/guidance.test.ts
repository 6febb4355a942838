import { describe, expect, it } from 'vitest'
import { type Guidance, type GuidanceCode, MIN_MESSAGE_MS, nextGuidance } from './guidance.ts'

const play = (frames: readonly (readonly [number, GuidanceCode])[]) => {
  let shown: Guidance = { code: 'starting', since: -Infinity }
  return frames.map(([now, code]) => {
    shown = nextGuidance(shown, code, now)
    return shown.code
  })
}

describe('nextGuidance', () => {
  it('shows the first message at once', () => {
    expect(play([[0, 'too_far']])).toEqual(['too_far'])
  })
  it('keeps a message for its time', () => {
    expect(
      play([
        [0, 'too_far'],
        [MIN_MESSAGE_MS - 1, 'turned'],
        [MIN_MESSAGE_MS, 'turned'],
      ]),
    ).toEqual(['too_far', 'too_far', 'turned'])
  })
  it('does not show what came and went meanwhile', () => {
    expect(
      play([
        [0, 'too_far'],
        [200, 'turned'],
        [400, 'too_dark'],
        [700, 'hold_still'],
      ]),
    ).toEqual(['too_far', 'too_far', 'too_far', 'hold_still'])
  })
  it('counts from when the message appeared, not from its last frame', () => {
    expect(
      play([
        [0, 'too_far'],
        [500, 'too_far'],
        [650, 'turned'],
      ]),
    ).toEqual(['too_far', 'too_far', 'turned'])
  })
})
