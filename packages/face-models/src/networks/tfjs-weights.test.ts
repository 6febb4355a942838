import { expect, it } from 'vitest'
import { readTfjsWeights } from './tfjs-weights.ts'

const entry = (name: string, shape: number[], quantization?: object) => ({
  name,
  shape,
  dtype: 'float32',
  ...(quantization ? { quantization } : {}),
})
const manifestOf = (...weights: object[]) => JSON.stringify([{ paths: ['shard'], weights }])

it('reads each weight where it lies, quantised or not', () => {
  const shards = Buffer.concat([
    Uint8Array.of(0, 10, 255),
    new Uint8Array(Uint16Array.of(1, 1000).buffer),
    new Uint8Array(new Float16Array([0.5, -2]).buffer),
    new Uint8Array(Float32Array.of(3.25).buffer),
  ])
  const weights = readTfjsWeights(
    manifestOf(
      entry('bytes', [3], { dtype: 'uint8', scale: 0.5, min: -1 }),
      entry('words', [1, 2], { dtype: 'uint16', scale: 2, min: 0 }),
      entry('halves', [2], { dtype: 'float16' }),
      entry('whole', []),
    ),
    // At an odd address, as a part of a larger file may lie.
    Buffer.concat([Uint8Array.of(9), shards]).subarray(1),
  )
  expect(weights.names).toEqual(['bytes', 'words', 'halves', 'whole'])
  expect(weights.get('bytes')).toEqual({ shape: [3], data: Float32Array.of(-1, 4, 126.5) })
  expect(weights.get('words')).toEqual({ shape: [1, 2], data: Float32Array.of(2, 2000) })
  expect(weights.get('halves').data).toEqual(Float32Array.of(0.5, -2))
  expect(weights.get('whole')).toEqual({ shape: [], data: Float32Array.of(3.25) })
  expect(() => weights.get('other')).toThrow('no weight named other')
})

it.each([
  ['a shard that is too short', [entry('a', [2])], 'a: the shards end before it does'],
  ['a shard that is too long', [entry('a', [1], { dtype: 'float16' })], 'names 2 bytes, the shards have 4'],
  ['another type', [{ name: 'a', shape: [1], dtype: 'int32' }], 'weights of int32'],
  ['another quantisation', [entry('a', [4], { dtype: 'int8' })], 'weights of int8'],
])('refuses %s', (_, weights, message) => {
  expect(() => readTfjsWeights(manifestOf(...weights), new Uint8Array(4))).toThrow(message)
})
