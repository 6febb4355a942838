import type { OnnxAttribute, OnnxGraph } from './onnx-graph.ts'
import { type Tensor, transpose } from './tensor.ts'

/**
 * TensorFlow has pictures as rows of pixels (height, width, channels), ONNX as planes (channels, height, width). The
 * networks take TensorFlow's order, which is that of a decoded picture, and turn it once, at the beginning.
 */
const TO_PLANES = [0, 3, 1, 2]
const TO_PIXELS = [0, 2, 3, 1]

export type Padding = 'SAME_UPPER' | 'VALID'

interface ConvolutionOptions {
  stride?: readonly [number, number]
  padding?: Padding
}

/** The layers the networks are made of, with weights as TensorFlow has them. Each takes and gives a value's name. */
export const createLayers = (graph: OnnxGraph) => {
  const convolve = (
    x: string,
    filter: Tensor,
    bias: Tensor | undefined,
    { stride = [1, 1], padding = 'SAME_UPPER' }: ConvolutionOptions,
    extra: Record<string, OnnxAttribute> = {},
  ): string =>
    graph.operator('Conv', [x, graph.floats(filter), ...(bias ? [graph.floats(bias)] : [])], {
      kernel_shape: filter.shape.slice(2),
      strides: stride,
      auto_pad: padding,
      ...extra,
    })

  return {
    toPlanes: (x: string) => graph.operator('Transpose', [x], { perm: TO_PLANES }),
    toPixels: (x: string) => graph.operator('Transpose', [x], { perm: TO_PIXELS }),
    /** `filter`: height, width, in, out. */
    convolution: (x: string, filter: Tensor, bias?: Tensor, options: ConvolutionOptions = {}) =>
      convolve(x, transpose(filter, [3, 2, 0, 1]), bias, options),
    /** `filter`: height, width, channels, 1. */
    depthwise: (x: string, filter: Tensor, bias?: Tensor, options: ConvolutionOptions = {}) =>
      convolve(x, transpose(filter, [2, 3, 0, 1]), bias, options, { group: filter.shape[2] ?? 1 }),
    maxPool: (x: string, size: readonly number[], stride: readonly number[], padding: Padding) =>
      graph.operator('MaxPool', [x], { kernel_shape: size, strides: stride, auto_pad: padding }),
    averagePool: (x: string, size: number, stride: number) =>
      graph.operator('AveragePool', [x], { kernel_shape: [size, size], strides: [stride, stride] }),
    /** Zeros after the last channel, row and column. */
    padEnd: (x: string, channels: number, rows: number, columns: number) =>
      graph.operator('Pad', [x, graph.ints([0, 0, 0, 0, 0, channels, rows, columns])]),
    relu: (x: string) => graph.operator('Relu', [x]),
    add: (a: string, b: string) => graph.operator('Add', [a, b]),
    /** One row a picture. */
    flatten: (x: string) => graph.operator('Reshape', [x, graph.ints([0, -1])]),
    /** `weights`: in, out. */
    dense: (x: string, weights: Tensor, bias?: Tensor) => {
      const product = graph.operator('MatMul', [x, graph.floats(weights)])
      return bias === undefined ? product : graph.operator('Add', [product, graph.floats(bias)])
    },
  }
}
