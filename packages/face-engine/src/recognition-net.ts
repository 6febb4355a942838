import tf, { type Tensor1D, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core'
import type { ModelWeights } from './model-weights.ts'

interface Layer {
  filter: Tensor4D
  bias: Tensor1D
}

const FILTERS = '/conv/filters'

/** `(conv(x) + b) · s + t` is a convolution with filters `f · s` and bias `b · s + t`: two operators less a layer. */
const foldScale = (weights: ModelWeights, name: string): Layer =>
  tf.tidy(() => {
    const scale = weights.vector(`${name}/scale/weights`)
    const filter = tf.mul<Tensor4D>(weights.kernel(`${name}${FILTERS}`), scale)
    const bias = tf.mul<Tensor1D>(weights.vector(`${name}/conv/bias`), scale)
    return { filter, bias: tf.add<Tensor1D>(bias, weights.vector(`${name}/scale/biases`)) }
  })

/** Zeros after the last row, column or channel until the shapes agree. */
const padTo = (x: Tensor4D, [, height, width, channels]: Tensor4D['shape']): Tensor4D =>
  tf.pad(x, [
    [0, 0],
    [0, Math.max(0, height - x.shape[1])],
    [0, Math.max(0, width - x.shape[2])],
    [0, Math.max(0, channels - x.shape[3])],
  ])

/**
 * The library's FaceRecognitionNet (dlib's 29-layer ResNet) with scales folded and operators fused.
 * Takes [1, 150, 150, 3]; gives [1, 128].
 */
export const createRecognitionNet = (weights: ModelWeights) => {
  const layers = new Map(
    weights.names
      .filter((name) => name.endsWith(FILTERS))
      .map((name) => name.slice(0, -FILTERS.length))
      .map((name) => [name, foldScale(weights, name)]),
  )
  const convolve = (
    x: Tensor4D,
    name: string,
    options: { strides?: 1 | 2; activation?: 'relu' | 'linear' } = {},
  ): Tensor4D => {
    const layer = layers.get(name)
    if (layer === undefined) throw new Error(`face_recognition_model: no layer ${name}`)
    const { strides = 1, activation = 'relu' } = options
    return tf.fused.conv2d({ x, ...layer, strides, pad: strides === 2 ? 'valid' : 'same', activation })
  }
  const residual = (x: Tensor4D, name: string): Tensor4D => {
    const inner = convolve(convolve(x, `${name}/conv1`), `${name}/conv2`, { activation: 'linear' })
    return tf.relu(tf.add(inner, x))
  }
  /** Halves the sides; the shortcut is an average, with zeros where the inner path has more channels. */
  const residualDown = (x: Tensor4D, name: string): Tensor4D => {
    const halved = convolve(x, `${name}/conv1`, { strides: 2 })
    const inner = convolve(halved, `${name}/conv2`, { activation: 'linear' })
    const shortcut = tf.avgPool(x, 2, 2, 'valid')
    return tf.relu(tf.add(padTo(inner, shortcut.shape), padTo(shortcut, inner.shape)))
  }

  return (input: Tensor4D): Tensor2D => {
    let x = tf.maxPool(convolve(input, 'conv32_down', { strides: 2 }), 3, 2, 'valid')
    for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) x = residual(x, name)
    x = residualDown(x, 'conv64_down')
    for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) x = residual(x, name)
    x = residualDown(x, 'conv128_down')
    for (const name of ['conv128_1', 'conv128_2']) x = residual(x, name)
    x = residualDown(x, 'conv256_down')
    for (const name of ['conv256_1', 'conv256_2']) x = residual(x, name)
    x = residualDown(x, 'conv256_down_out')
    return tf.matMul(tf.mean<Tensor2D>(x, [1, 2]), weights.matrix('fc'))
  }
}
