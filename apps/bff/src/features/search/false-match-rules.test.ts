import { expect, it } from 'vitest'
import { expectFalseMatches } from './false-match-rules.ts'

const model = { levelFalseMatchRates: [null, 1e-3, 1e-4, 1e-5, 1e-6] }

it.each([
  [3, 100_000, 10],
  [5, 100_000, 0.1],
  [5, 1_000_000, 1],
  [5, 0, 0],
  [1, 100_000, undefined],
  [0, 100_000, undefined],
])('level %i among %i faces: %s', (level, size, expected) => {
  const found = expectFalseMatches(model, level, size)
  if (expected === undefined) expect(found).toBeUndefined()
  else expect(found).toBeCloseTo(expected, 9)
})
