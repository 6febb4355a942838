import { expect, it } from 'vitest'
import { mapLast, reshape, transpose } from './tensor.ts'

const matrix = { shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) }

it('swaps rows and columns', () => {
  expect(transpose(matrix, [1, 0])).toEqual({ shape: [3, 2], data: Float32Array.of(1, 4, 2, 5, 3, 6) })
})

it('turns pixels into planes, and back', () => {
  const pixels = { shape: [1, 2, 2, 3], data: Float32Array.from({ length: 12 }, (_, index) => index) }
  const planes = transpose(pixels, [0, 3, 1, 2])
  expect(planes).toEqual({
    shape: [1, 3, 2, 2],
    data: Float32Array.of(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11),
  })
  expect(transpose(planes, [0, 2, 3, 1])).toEqual(pixels)
})

it('reshapes, but not into another number of values', () => {
  expect(reshape(matrix, [3, 1, 2]).shape).toEqual([3, 1, 2])
  expect(() => reshape(matrix, [4])).toThrow('6 numbers do not fill [4]')
})

it('changes values by their place in the last dimension', () => {
  expect(mapLast(matrix, (value, last) => value * last).data).toEqual(Float32Array.of(0, 2, 6, 0, 5, 12))
})
