import { describe, expect, it } from 'vitest'
import {
  compareAll,
  equalErrorRate,
  falseMatchRate,
  falseNonMatchRate,
  pointAtFmr,
  type Sample,
  traceDet,
  withinGroup,
} from './error-rates.ts'

/** A sample on a line: its distance to another is the difference. */
const sample = (person: string, at: number, group = '', sex = ''): Sample => ({
  person,
  group,
  sex,
  values: Float32Array.of(at),
})

describe('compareAll', () => {
  it('compares each pair once and tells mated from non-mated', () => {
    const { mated, nonMated, people } = compareAll([sample('a', 0), sample('b', 5), sample('a', 1)])
    expect(mated).toEqual([{ a: 0, b: 0, distance: 1 }])
    expect(nonMated.map(({ distance }) => distance)).toEqual([5, 4])
    expect(people.map(({ samples }) => samples)).toEqual([2, 1])
  })
})

describe('a rate', () => {
  const trials = compareAll([
    sample('a', 0),
    sample('a', 2),
    sample('b', 3),
    sample('b', 3.5),
    sample('c', 9),
  ])

  it('counts at the threshold as a match', () => {
    expect(falseMatchRate(trials, 1)).toMatchObject({ errors: 1, trials: 8, value: 1 / 8 })
    expect(falseNonMatchRate(trials, 2)).toMatchObject({ errors: 0, trials: 2 })
    expect(falseNonMatchRate(trials, 1.9)).toMatchObject({ errors: 1, value: 0.5 })
  })

  it('counts what cannot be compared as a non-match', () => {
    const damaged = compareAll([sample('a', Number.NaN), sample('a', 1), sample('b', 1)])
    expect(falseNonMatchRate(damaged, 5)).toMatchObject({ errors: 1, trials: 1 })
    expect(falseMatchRate(damaged, 5)).toMatchObject({ errors: 1, trials: 2 })
  })

  it('has an interval that holds it and is the same each time', () => {
    const crowd = compareAll(
      Array.from({ length: 40 }, (_, index) => sample(`p${index >> 1}`, (index >> 1) * 3 + (index % 4))),
    )
    const rate = falseMatchRate(crowd, 3)
    expect(rate.low).toBeLessThan(rate.value)
    expect(rate.high).toBeGreaterThan(rate.value)
    expect(falseMatchRate(crowd, 3)).toEqual(rate)
  })

  it('is wider where the same errors are those of few people', () => {
    // Ten people with a pair of samples each, five errors: all of one person's four samples, or of five people.
    const spread = compareAll(
      Array.from({ length: 20 }, (_, at) => sample(`p${at >> 1}`, (at >> 1) * 100 + (at % 4 === 1 ? 9 : 0))),
    )
    const one = compareAll([
      ...[0, 20, 40, 60].map((at) => sample('all', at)),
      ...Array.from({ length: 28 }, (_, at) => sample(`p${at >> 1}`, 1000 + (at >> 1) * 100)),
    ])
    const [ofMany, ofOne] = [falseNonMatchRate(spread, 5), falseNonMatchRate(one, 5)]
    expect(ofMany.errors).toBe(5)
    expect(ofOne.errors).toBe(6)
    expect(ofOne.low).toBe(0)
    expect(ofMany.low).toBeGreaterThan(0)
  })

  it('of which nothing was seen is bounded by how much was tried, not zero', () => {
    const { value, low, high } = falseMatchRate(trials, 0.1)
    expect([value, low]).toEqual([0, 0])
    expect(high).toBeCloseTo(1 - 0.05 ** (1 / 8))
  })

  it('is no number without trials', () => {
    expect(falseMatchRate(compareAll([sample('a', 1)]), 1).value).toBeNaN()
  })
})

describe('withinGroup', () => {
  it('keeps pairs of one group and one sex', () => {
    const trials = compareAll([
      sample('a', 0, 'x', 'f'),
      sample('b', 1, 'x', 'f'),
      sample('c', 2, 'x', 'm'),
      sample('d', 3, 'y', 'f'),
      sample('a', 9, 'x', 'f'),
    ])
    const { mated, nonMated } = withinGroup(trials, 'x')
    expect(mated).toHaveLength(1)
    expect(nonMated.map(({ distance }) => distance)).toEqual([1, 8])
  })
})

describe('the detection error trade-off', () => {
  // Mated: 1, 2, 3, 6; non-mated: 4, 5, 7 … by hand.
  const trials = {
    people: [],
    mated: [1, 2, 3, 6].map((distance) => ({ a: 0, b: 0, distance })),
    nonMated: [4, 5, 7, 8].map((distance) => ({ a: 0, b: 1, distance })),
  }
  const curve = traceDet(trials)

  it('trades one rate for the other', () => {
    expect(curve).toHaveLength(8)
    expect(curve[2]).toEqual({ threshold: 3, falseMatchRate: 0, falseNonMatchRate: 0.25 })
    expect(curve.at(-1)).toEqual({ threshold: 8, falseMatchRate: 1, falseNonMatchRate: 0 })
  })

  it('meets itself at the equal error rate', () => {
    expect(equalErrorRate(curve)).toBe(0.25)
    expect(equalErrorRate([])).toBeNaN()
  })

  it('gives the loosest threshold that keeps an FMR', () => {
    expect(pointAtFmr(curve, 0)).toMatchObject({ threshold: 3 })
    expect(pointAtFmr(curve, 0.25)).toMatchObject({ threshold: 4, falseMatchRate: 0.25 })
    expect(pointAtFmr(curve.slice(3), 0)).toBeNull()
  })
})
