import { describe, expect, it } from 'vitest'
import {
  count,
  emptyHistogram,
  entropyOf,
  luminanceOf,
  meanAndVariance,
  overlapOf,
  percentileOf,
  shareWithin,
} from './luminance.ts'

const histogramOf = (values: readonly number[]) => {
  const histogram = emptyHistogram()
  for (const value of values) count(histogram, value)
  return histogram
}

describe('luminanceOf', () => {
  it.each([
    [0, 0, 0, 0],
    [255, 255, 255, 255],
    // Linear shares of the primaries are their weights.
    [255, 0, 0, 54],
    [0, 255, 0, 182],
    [0, 0, 255, 18],
    // sRGB 124 is a fifth of white, 89 a tenth: the dark range ends there.
    [124, 124, 124, 51],
    [88, 88, 88, 25],
    [90, 90, 90, 26],
  ])('of %d, %d, %d is %d', (r, g, b, expected) => {
    expect(luminanceOf(r, g, b)).toBe(expected)
  })
})

describe('histogram measures', () => {
  it('mean and variance of black and white in equal parts', () => {
    expect(meanAndVariance(histogramOf([0, 255, 0, 255]))).toEqual({ mean: 0.5, variance: 0.25 })
  })

  it.each([
    ['one value', [7, 7, 7], 0],
    ['four values alike', [1, 2, 3, 4], 2],
    ['half of one, a quarter of two', [1, 1, 2, 3], 1.5],
  ])('entropy of %s', (_, values, bits) => {
    expect(entropyOf(histogramOf(values))).toBeCloseTo(bits, 12)
  })

  it('shares include both ends', () => {
    const histogram = histogramOf([0, 25, 26, 247, 255])
    expect(shareWithin(histogram, 0, 25)).toBeCloseTo(0.4)
    expect(shareWithin(histogram, 247, 255)).toBeCloseTo(0.4)
  })

  it('percentiles are values that occur', () => {
    const histogram = histogramOf(Array.from({ length: 100 }, (_, i) => i))
    expect(percentileOf(histogram, 0.98)).toBe(97)
    expect(percentileOf(histogram, 1)).toBe(99)
  })

  it('overlap does not depend on how much was counted', () => {
    expect(overlapOf(histogramOf([1, 2]), histogramOf([1, 2, 1, 2]))).toBe(1)
    expect(overlapOf(histogramOf([1, 2]), histogramOf([2, 3]))).toBe(0.5)
    expect(overlapOf(histogramOf([1]), histogramOf([2]))).toBe(0)
  })
})
