import tf, { type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core'
import { MEAN_RGB } from './face-landmarks.ts'
import type { Box, Pixels } from './pixels.ts'
import { sampleRegion } from './sample-region.ts'

const INPUT_SIDE = 150

/** Makes the 128 numbers of a face out of its aligned box, which must lie inside the picture. */
export const createTemplateMaker = (net: (input: Tensor4D) => Tensor2D) => {
  const input = new Float32Array(INPUT_SIDE * INPUT_SIDE * 3)
  return (pixels: Pixels, alignedBox: Box): Float32Array => {
    sampleRegion(pixels, alignedBox, { size: INPUT_SIDE, mean: MEAN_RGB, placement: 'centre' }, input)
    return tf.tidy(() =>
      Float32Array.from(net(tf.tensor4d(input, [1, INPUT_SIDE, INPUT_SIDE, 3])).dataSync()),
    )
  }
}
