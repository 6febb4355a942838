import { describe, expect, it } from 'vitest'
import { dot, largestEigenvector, leastSquares, solve } from './linear-algebra.ts'

const closeTo = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9))

describe('solve', () => {
  it('finds the one answer, whatever order the rows are in', () => {
    const matrix = [
      [0, 2, 1],
      [1, 0, 0],
      [3, 1, -1],
    ]
    expect(solve(matrix, [7, 1, 2])).toEqual(closeTo([1, 2, 3]))
  })

  it('says so where there is none', () => {
    expect(
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 3],
      ).some(Number.isFinite),
    ).toBe(false)
  })
})

describe('leastSquares', () => {
  const rows = [0, 1, 2, 3].map((x) => [x, 1])

  it('draws a line through points', () => {
    expect(leastSquares(rows, [1, 3, 5, 7])).toEqual(closeTo([2, 1]))
  })

  it('goes by what has weight', () => {
    expect(leastSquares(rows, [1, 3, 5, 100], [1, 1, 1, 0])).toEqual(closeTo([2, 1]))
  })
})

describe('largestEigenvector', () => {
  it('is the axis along which a matrix stretches most', () => {
    const axis = [2 / 3, -1 / 3, 2 / 3]
    const matrix = axis.map((a, i) => axis.map((b, j) => 5 * a * b + (i === j ? 1 : 0)))
    expect(Math.abs(dot(largestEigenvector(matrix), axis))).toBeCloseTo(1, 9)
  })

  it('takes the largest, not that of the largest size', () => {
    const vector = largestEigenvector([
      [-9, 0],
      [0, 1],
    ])
    expect(vector.map(Math.abs)).toEqual(closeTo([0, 1]))
  })
})
