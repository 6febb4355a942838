/** Each kind of operator, given as what is read out of a model, converted and run, beside numbers worked out by hand. */
import { describe, expect, it } from 'vitest'
import { runNetwork } from '../testing/run-network.ts'
import { convertTflite } from './convert-tflite.ts'
import type { Tensor } from './tensor.ts'
import type { TfliteGraph, TfliteOperator } from './tflite-graph.ts'

interface Step {
  name: TfliteOperator['name']
  inputs: readonly string[]
  output: string
  options?: Record<number, number>
}

/** A graph with tensors by name: `x` goes in, `y` comes out. `shapes` where they are asked for. */
const graphOf = (
  steps: readonly Step[],
  constants: Record<string, Tensor>,
  shapes: Record<string, readonly number[]>,
): TfliteGraph => {
  const names = [
    ...new Set([
      'x',
      ...Object.keys(constants),
      ...steps.flatMap(({ inputs, output }) => [...inputs, output]),
    ]),
  ]
  const numberOf = (name: string) => names.indexOf(name)
  return {
    operators: steps.map(({ name, inputs, output, options = {} }) => ({
      name,
      inputs: inputs.map(numberOf),
      output: numberOf(output),
      byteOption: (field) => options[field] ?? 0,
      intOption: (field) => options[field] ?? 0,
    })),
    inputs: [numberOf('x')],
    outputs: [numberOf('y')],
    shapeOf: (tensor) => shapes[names[tensor] ?? ''] ?? constants[names[tensor] ?? '']?.shape ?? [],
    constantOf: (tensor) => constants[names[tensor] ?? ''],
  }
}
const tensor = (shape: number[], ...values: number[]) => ({ shape, data: Float32Array.from(values) })
const answerOf = async (
  graph: TfliteGraph,
  shape: readonly number[],
  ...values: number[]
): Promise<number[] | undefined> =>
  (await runNetwork(convertTflite(graph), shape, Float32Array.from(values))).y

const PIXELS = [1, 1, 2, 2]
const RELU = 1
const VALID = 1

describe('convertTflite', () => {
  it('convolves: filters lie as out, height, width, in', async () => {
    const graph = graphOf(
      [{ name: 'CONV_2D', inputs: ['x', 'f', 'b'], output: 'y', options: { 0: VALID, 1: 1, 2: 1, 3: RELU } }],
      { f: tensor([2, 1, 2, 2], 1, 2, 3, 4, -1, 0, 0, 0), b: tensor([2], 0.5, 0) },
      { x: PIXELS, y: [1, 1, 1, 2] },
    )
    expect(await answerOf(graph, PIXELS, 1, 10, 100, 1000)).toEqual([4321.5, 0])
  })

  it('convolves in steps: width is named before height', async () => {
    const shape = [1, 2, 2, 1]
    const graph = graphOf(
      [{ name: 'CONV_2D', inputs: ['x', 'f', 'b'], output: 'y', options: { 0: VALID, 1: 1, 2: 2 } }],
      { f: tensor([1, 1, 1, 1], 1), b: tensor([1], 0) },
      { x: shape, y: [1, 1, 2, 1] },
    )
    expect(await answerOf(graph, shape, 1, 2, 3, 4)).toEqual([1, 2])
  })

  it('convolves each channel by itself', async () => {
    const graph = graphOf(
      [
        {
          name: 'DEPTHWISE_CONV_2D',
          inputs: ['x', 'f', 'b'],
          output: 'y',
          options: { 0: VALID, 1: 1, 2: 1, 4: RELU },
        },
      ],
      { f: tensor([1, 1, 2, 2], 1, -1, 2, 1), b: tensor([2], 0, 0) },
      { x: PIXELS, y: [1, 1, 1, 2] },
    )
    expect(await answerOf(graph, PIXELS, 1, 10, 100, 5)).toEqual([201, 0])
  })

  it('takes the largest of each window', async () => {
    const graph = graphOf(
      [{ name: 'MAX_POOL_2D', inputs: ['x'], output: 'y', options: { 0: VALID, 1: 2, 2: 1, 3: 2, 4: 1 } }],
      {},
      { x: PIXELS, y: [1, 1, 1, 2] },
    )
    expect(await answerOf(graph, PIXELS, 1, 10, 5, 4)).toEqual([5, 10])
  })

  it('pads channels, sums, and gives pixels in TensorFlow’s order', async () => {
    const padded = [1, 1, 2, 3]
    const graph = graphOf(
      [
        { name: 'PAD', inputs: ['x', 'p'], output: 'a' },
        { name: 'ADD', inputs: ['a', 'a'], output: 'y' },
      ],
      { p: tensor([4, 2], 0, 0, 0, 0, 0, 0, 0, 1) },
      { x: PIXELS, a: padded, y: padded },
    )
    expect(await answerOf(graph, PIXELS, 1, 2, 3, 4)).toEqual([2, 4, 0, 6, 8, 0])
  })

  it('knows a PReLU, also one with its slopes at half the length', async () => {
    const graph = graphOf(
      [
        { name: 'DEQUANTIZE', inputs: ['h'], output: 's' },
        { name: 'PRELU', inputs: ['x', 's'], output: 'y' },
      ],
      { h: tensor([1, 1, 2], 0.5, 0.25) },
      { x: PIXELS, y: PIXELS },
    )
    expect(await answerOf(graph, PIXELS, -2, -4, 2, 4)).toEqual([-1, -1, 2, 4])
  })

  const writtenOut = (minuend = 'x'): Step[] => [
    { name: 'RELU', inputs: ['x'], output: 'r' },
    { name: 'ABS', inputs: ['x'], output: 'a' },
    { name: 'SUB', inputs: [minuend, 'a'], output: 'd' },
    { name: 'MUL', inputs: ['c', 'd'], output: 'm' },
    { name: 'ADD', inputs: ['r', 'm'], output: 'y' },
  ]
  const half = { c: tensor([2], 0.25, 0.125) }

  it('knows a PReLU that is written out', async () => {
    const graph = graphOf(writtenOut(), half, { x: PIXELS, y: PIXELS })
    expect(await answerOf(graph, PIXELS, -2, -4, 2, 4)).toEqual([-1, -1, 2, 4])
  })

  it('makes rows of one pixel', async () => {
    const graph = graphOf(
      [{ name: 'RESHAPE', inputs: ['x'], output: 'y' }],
      {},
      { x: [1, 1, 1, 3], y: [1, 3] },
    )
    expect(await answerOf(graph, [1, 1, 1, 3], 1, 2, 3)).toEqual([1, 2, 3])
  })

  it.each<[string, TfliteGraph, string]>([
    ['parts of a PReLU that are none', graphOf(writtenOut('r'), half, {}), 'used before it is made'],
    [
      'dilation',
      graphOf(
        [{ name: 'CONV_2D', inputs: ['x', 'f', 'b'], output: 'y', options: { 1: 1, 2: 1, 4: 2 } }],
        {},
        {},
      ),
      'dilated',
    ],
    [
      'an unknown activation',
      graphOf([{ name: 'ADD', inputs: ['x', 'x'], output: 'y', options: { 0: 3 } }], {}, { x: PIXELS }),
      'activation 3',
    ],
    [
      'a sum that stretches one side',
      graphOf([{ name: 'ADD', inputs: ['x', 'c'], output: 'y' }], half, { x: PIXELS }),
      'sums of different shapes',
    ],
    [
      'weights that are computed',
      graphOf([{ name: 'PRELU', inputs: ['x', 'x'], output: 'y' }], {}, {}),
      'to be a constant',
    ],
  ])('refuses %s', (_, graph, message) => {
    expect(() => convertTflite(graph)).toThrow(message)
  })
})
