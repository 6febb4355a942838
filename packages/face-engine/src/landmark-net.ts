import tf, { type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core'
import type { ModelWeights } from './model-weights.ts'

/** Channels that reach the last layer. */
const FEATURES = 256

/**
 * The library's FaceLandmark68Net (four dense blocks of separable convolutions) with its operators fused.
 * Takes [1, 112, 112, 3]; gives [1, 136]: x and y of 68 points in turn, as parts of the square's side.
 */
export const createLandmarkNet = (weights: ModelWeights) => {
  const separable = (x: Tensor4D, name: string, strides: 1 | 2): Tensor4D =>
    tf.fused.conv2d({
      x: tf.depthwiseConv2d(x, weights.kernel(`${name}/depthwise_filter`), strides, 'same'),
      filter: weights.kernel(`${name}/pointwise_filter`),
      bias: weights.vector(`${name}/bias`),
      strides: 1,
      pad: 'same',
    })
  const firstLayer = (x: Tensor4D): Tensor4D =>
    tf.fused.conv2d({
      x,
      filter: weights.kernel('dense0/conv0/filters'),
      bias: weights.vector('dense0/conv0/bias'),
      strides: 2,
      pad: 'same',
      activation: 'relu',
    })
  /** Each convolution sees the sum of all before it. */
  const denseRest = (first: Tensor4D, name: string): Tensor4D => {
    let sum = tf.add<Tensor4D>(first, separable(first, `${name}/conv1`, 1))
    sum = tf.add(sum, separable(tf.relu(sum), `${name}/conv2`, 1))
    sum = tf.add(sum, separable(tf.relu(sum), `${name}/conv3`, 1))
    return tf.relu(sum)
  }

  return (input: Tensor4D): Tensor2D => {
    let x = denseRest(firstLayer(input), 'dense0')
    for (const name of ['dense1', 'dense2', 'dense3']) {
      x = denseRest(tf.relu(separable(x, `${name}/conv0`, 2)), name)
    }
    const features: Tensor2D = tf.reshape(tf.avgPool(x, 7, 2, 'valid'), [1, FEATURES])
    return tf.add(tf.matMul(features, weights.matrix('fc/weights')), weights.vector('fc/bias'))
  }
}
