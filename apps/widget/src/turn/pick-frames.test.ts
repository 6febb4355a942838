import { describe, expect, it } from 'vitest'
import { pickFrames } from './pick-frames.ts'
import type { Head } from './turn-rules.ts'

/** A head that stands straight for half a second, then turns to 24° in `ms`; seen every `step` ms. */
const turning = (ms: number, step: number, sign = 1): Head[] => {
  const count = Math.floor((500 + ms) / step) + 1
  return Array.from({ length: count }, (_, index) => {
    const at = 500 + ms - (count - 1 - index) * step
    return { at, yaw: sign * 24 * Math.max(0, (at - 500) / ms) }
  })
}
const timesOf = (heads: readonly Head[]) => heads.map(({ at }) => at)
/** Of frames kept every 66 ms up to the peak. */
const keptUntil = (end: number) =>
  Array.from({ length: Math.floor(end / 66) + 1 }, (_, i) => end - i * 66).reverse()

describe('pickFrames', () => {
  it.each([
    ['a quick turn', 400, 66],
    ['a usual one', 800, 66],
    ['a slow one', 2000, 66],
    ['a usual one before a slow detector', 900, 333],
    ['a slow one before a slow detector', 2000, 333],
  ])('spans %s with 5 to 8 frames and no gap', (_, ms, step) => {
    const looks = turning(ms, step)
    const end = 500 + ms
    const times = pickFrames(looks, keptUntil(end), 'left')
    if (typeof times === 'string') throw new Error(times)
    expect(times.length).toBeGreaterThanOrEqual(5)
    expect(times.length).toBeLessThanOrEqual(8)
    expect(times.at(-1)).toBe(end)
    const first = times[0] ?? 0
    expect(24 * Math.max(0, (first - 500) / ms)).toBeLessThanOrEqual(3.5)
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(350)
    expect(Math.min(...gaps)).toBeGreaterThan(0)
  })

  it('works to the right', () => {
    const looks = turning(800, 66, -1)
    expect(pickFrames(looks, timesOf(looks), 'right')).toHaveLength(6)
    expect(pickFrames(looks, timesOf(looks), 'left')).toBe('once_more')
  })

  it('tells of a turn that nobody could see', () => {
    const looks = turning(130, 66)
    expect(pickFrames(looks, timesOf(looks), 'left')).toBe('too_fast')
  })

  it('asks once more for a turn with a rest in it', () => {
    const looks = turning(3000, 66)
    expect(pickFrames(looks, timesOf(looks), 'left')).toBe('once_more')
  })

  it('asks once more where the camera stuttered, and where nothing was kept', () => {
    const looks = turning(1500, 66)
    const stuttering = timesOf(looks).filter((at) => at < 900 || at > 1300)
    expect(pickFrames(looks, stuttering, 'left')).toBe('once_more')
    expect(pickFrames(looks, [], 'left')).toBe('once_more')
  })
})
