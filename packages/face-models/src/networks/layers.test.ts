/** Each kind of layer, written as ONNX and run, beside numbers worked out by hand. */
import { expect, it } from 'vitest'
import { runNetwork } from '../testing/run-network.ts'
import { createLayers } from './layers.ts'
import { createOnnxGraph, type OnnxGraph } from './onnx-graph.ts'

type Layers = ReturnType<typeof createLayers>

/** The answer of a network of what `make` makes of its input, planes of [1, channels, height, width]. */
const answerOf = async (
  shape: readonly number[],
  values: readonly number[],
  make: (layers: Layers, graph: OnnxGraph) => string,
): Promise<number[]> => {
  const graph = createOnnxGraph()
  const value = graph.operator('Reshape', [make(createLayers(graph), graph), graph.ints([-1])])
  const network = graph.finish({ name: 'x', shape }, [{ name: 'y', shape: ['n'], value }])
  const { y = [] } = await runNetwork(network, shape, Float32Array.from(values))
  return y
}
const tensor = (shape: number[], ...values: number[]) => ({ shape, data: Float32Array.from(values) })
const ONE_TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const SQUARE = [1, 1, 3, 3]

it.each<[string, readonly number[], readonly number[], Parameters<typeof answerOf>[2], number[]]>([
  ['pixels to planes', [1, 1, 2, 3], [1, 2, 3, 4, 5, 6], ({ toPlanes }) => toPlanes('x'), [1, 4, 2, 5, 3, 6]],
  ['planes to pixels', [1, 3, 1, 2], [1, 4, 2, 5, 3, 6], ({ toPixels }) => toPixels('x'), [1, 2, 3, 4, 5, 6]],
  [
    'a convolution that mixes channels',
    [1, 2, 1, 2],
    [1, 2, 10, 20],
    ({ convolution }) => convolution('x', tensor([1, 1, 2, 2], 1, 2, 3, 4), tensor([2], 100, 200)),
    [131, 162, 242, 284],
  ],
  [
    'a convolution without padding',
    SQUARE,
    ONE_TO_NINE,
    ({ convolution }) => convolution('x', tensor([2, 2, 1, 1], 1, 2, 3, 4), undefined, { padding: 'VALID' }),
    [37, 47, 67, 77],
  ],
  [
    'a convolution padded as TensorFlow pads: after the end first',
    SQUARE,
    ONE_TO_NINE,
    ({ convolution }) => convolution('x', tensor([2, 2, 1, 1], 1, 2, 3, 4)),
    [37, 47, 21, 67, 77, 33, 23, 26, 9],
  ],
  [
    'a convolution in steps of its own down and across',
    SQUARE,
    ONE_TO_NINE,
    ({ convolution }) => convolution('x', tensor([1, 1, 1, 1], 1), undefined, { stride: [2, 1] }),
    [1, 2, 3, 7, 8, 9],
  ],
  [
    'a convolution of each channel by itself',
    [1, 2, 1, 2],
    [1, 2, 10, 20],
    ({ depthwise }) => depthwise('x', tensor([1, 1, 2, 1], 2, 3), tensor([2], 0, 1)),
    [2, 4, 31, 61],
  ],
  [
    'the largest of each window',
    SQUARE,
    ONE_TO_NINE,
    ({ maxPool }) => maxPool('x', [2, 2], [2, 2], 'SAME_UPPER'),
    [5, 6, 8, 9],
  ],
  ['the mean of each window', SQUARE, ONE_TO_NINE, ({ averagePool }) => averagePool('x', 2, 2), [3]],
  ['zeros after the end', [1, 1, 1, 2], [1, 2], ({ padEnd }) => padEnd('x', 1, 0, 1), [1, 2, 0, 0, 0, 0]],
  ['ReLU', [1, 1, 1, 3], [-1, 0, 2], ({ relu }) => relu('x'), [0, 0, 2]],
  ['a sum', [1, 1, 1, 2], [1, 2], ({ add }) => add('x', 'x'), [2, 4]],
  [
    'a dense layer',
    [1, 2, 1, 1],
    [1, 10],
    ({ dense, flatten }) => dense(flatten('x'), tensor([2, 2], 1, 2, 3, 4), tensor([2], 0.5, -0.5)),
    [31.5, 41.5],
  ],
  [
    'an operator with a fraction for an attribute',
    [1, 1, 1, 2],
    [-10, 10],
    (_, graph) => graph.operator('LeakyRelu', ['x'], { alpha: { float: 0.5 } }),
    [-5, 10],
  ],
  [
    'an operator with a negative number for an attribute',
    [1, 2, 1, 1],
    [0, 0],
    (_, graph) => graph.operator('Softmax', ['x'], { axis: -3 }),
    [0.5, 0.5],
  ],
])('%s', async (_, shape, values, make, expected) => {
  expect(await answerOf(shape, values, make)).toEqual(expected)
})
