import { createLayers } from './layers.ts'
import { createOnnxGraph } from './onnx-graph.ts'
import { mapLast, type Tensor } from './tensor.ts'
import type { TfjsWeights } from './tfjs-weights.ts'

const SIDE = 150
const OUTPUTS = 128

/** A value and what it is known to measure: ONNX has no operator that pads one value to another's shape. */
interface Sized {
  x: string
  side: number
  channels: number
}

/** `(conv(x) + b) · s + t` is a convolution with filters `f · s` and bias `b · s + t`: two operators less a layer. */
const foldScale = (weights: TfjsWeights, name: string): { filter: Tensor; bias: Tensor } => {
  const scale = weights.get(`${name}/scale/weights`).data
  const shift = weights.get(`${name}/scale/biases`).data
  const scaleAt = (channel: number) => scale[channel] ?? 0
  return {
    filter: mapLast(weights.get(`${name}/conv/filters`), (value, channel) => value * scaleAt(channel)),
    bias: mapLast(
      weights.get(`${name}/conv/bias`),
      (value, channel) => Math.fround(value * scaleAt(channel)) + (shift[channel] ?? 0),
    ),
  }
}

/** Side after a step of two without padding. */
const halve = (side: number, window: number): number => Math.floor((side - window) / 2) + 1

/**
 * FaceRecognitionNet of `@vladmandic/face-api`: dlib's 29-layer ResNet. Takes [n, 150, 150, 3], normalised as the
 * library does; gives [n, 128].
 */
export const convertDlibResnet = (weights: TfjsWeights): Uint8Array => {
  const graph = createOnnxGraph()
  const { toPlanes, convolution, maxPool, averagePool, padEnd, relu, add, dense } = createLayers(graph)

  const convolve = (x: string, name: string, stride = 1): string => {
    const { filter, bias } = foldScale(weights, name)
    return convolution(x, filter, bias, {
      stride: [stride, stride],
      padding: stride === 1 ? 'SAME_UPPER' : 'VALID',
    })
  }
  const residual = ({ x, ...size }: Sized, name: string): Sized => {
    const inner = convolve(relu(convolve(x, `${name}/conv1`)), `${name}/conv2`)
    return { ...size, x: relu(add(inner, x)) }
  }
  /** Zeros at the end until the size is the wanted one. */
  const padTo = ({ x, side, channels }: Sized, wanted: { side: number; channels: number }): string => {
    const [more, wider] = [wanted.channels - channels, wanted.side - side]
    return more > 0 || wider > 0 ? padEnd(x, more, wider, wider) : x
  }
  /** Halves the sides; the shortcut is an average, with zeros where the inner path has more channels. */
  const residualDown = ({ x, side, channels }: Sized, name: string, outChannels: number): Sized => {
    const inner = {
      x: convolve(relu(convolve(x, `${name}/conv1`, 2)), `${name}/conv2`),
      side: halve(side, 3),
      channels: outChannels,
    }
    const shortcut = { x: averagePool(x, 2, 2), side: halve(side, 2), channels }
    const size = { side: Math.max(inner.side, shortcut.side), channels: outChannels }
    return { ...size, x: relu(add(padTo(inner, size), padTo(shortcut, size))) }
  }

  const first = relu(convolve(toPlanes('x'), 'conv32_down', 2))
  let face: Sized = {
    x: maxPool(first, [3, 3], [2, 2], 'VALID'),
    side: halve(halve(SIDE, 7), 3),
    channels: 32,
  }
  for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) face = residual(face, name)
  face = residualDown(face, 'conv64_down', 64)
  for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) face = residual(face, name)
  face = residualDown(face, 'conv128_down', 128)
  for (const name of ['conv128_1', 'conv128_2']) face = residual(face, name)
  face = residualDown(face, 'conv256_down', 256)
  for (const name of ['conv256_1', 'conv256_2']) face = residual(face, name)
  face = residualDown(face, 'conv256_down_out', 256)
  const features = graph.operator('ReduceMean', [face.x], { axes: [2, 3], keepdims: 0 })
  return graph.finish({ name: 'x', shape: ['n', SIDE, SIDE, 3] }, [
    { name: 'y', shape: ['n', OUTPUTS], value: dense(features, weights.get('fc')) },
  ])
}
