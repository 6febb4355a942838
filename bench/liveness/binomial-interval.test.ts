import { expect, it } from 'vitest'
import { binomialInterval } from './binomial-interval.ts'

// Values of R's `binom.test`, and of (α/2)^(1/n) where nothing or everything happened.
it.each([
  [0, 10, 0, 0.3085],
  [10, 10, 0.6915, 1],
  [5, 10, 0.1871, 0.8129],
  [1, 20, 0.0013, 0.2487],
  [0, 472, 0, 0.0078],
])('%i of %i: %d to %d', (events, trials, low, high) => {
  const interval = binomialInterval(events, trials)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

it('knows nothing without trials', () => {
  expect(binomialInterval(0, 0)).toEqual({ low: 0, high: 1 })
})
