import { expect, it } from 'vitest'
import { packFrames, unpackFrames } from './frame-bundle.ts'

it('gives frames back as they were put in', () => {
  const frames = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array(70_000).fill(7)]
  expect(unpackFrames(packFrames(frames))).toEqual(frames)
})

it('gives nothing of a bundle that was cut', () => {
  const bundle = packFrames([new Uint8Array([1, 2, 3])])
  for (const length of [1, 5, 6]) expect(() => unpackFrames(bundle.subarray(0, length))).toThrow(RangeError)
})
