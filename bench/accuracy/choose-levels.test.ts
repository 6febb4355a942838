import { describe, expect, it } from 'vitest'
import { chooseLevel, normalQuantile } from './choose-levels.ts'

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.01, -2.326348],
    [1e-4, -3.719016],
    [1e-6, -4.753424],
    [0.975, 1.959964],
  ])('of %f is %f', (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 5)
  })
})

describe('chooseLevel', () => {
  /** Similarities spread normally around 0.1 by 0.1, each quantile once. */
  const count = 5000
  const nonMated = Array.from({ length: count }, (_, index) => {
    const similarity = 0.1 + 0.1 * normalQuantile((index + 0.5) / count)
    return { a: 0, b: 1, distance: Math.sqrt(2 - 2 * similarity) }
  })
  const trials = { people: [], mated: [], nonMated }

  it('reads the distance off the trials while they hold enough false matches', () => {
    const chosen = chooseLevel(trials, 1, 1e-2)
    expect(chosen).toMatchObject({ isExtrapolated: false, trials: count })
    expect(chosen.observed).toBeLessThanOrEqual(50)
    expect(chosen.observed).toBeGreaterThan(40)
  })

  it('goes on along the normal distribution beyond, and says so', () => {
    const chosen = chooseLevel(trials, 5, 1e-6)
    expect(chosen).toMatchObject({ isExtrapolated: true, observed: 0 })
    expect(chosen.distance).toBeCloseTo(Math.sqrt(2 - 2 * (0.1 + 0.1 * 4.7534)), 2)
  })
})
