import { createLayers } from './layers.ts'
import { createOnnxGraph } from './onnx-graph.ts'
import type { TfjsWeights } from './tfjs-weights.ts'

/** Slope of the leaky ReLU for negative values, as the library has it. */
const LEAKY_SLOPE = 0.10000000149011612
const SEPARABLE_LAYERS = [1, 2, 3, 4, 5]
/** 5 anchors × (x, y, width, height, score) */
const OUTPUTS = 25

/**
 * TinyFaceDetector of `@vladmandic/face-api`. Takes [1, s, s, 3], s a multiple of 32, normalised as the library does;
 * gives [1, s/32, s/32, 25].
 */
export const convertDetector = (weights: TfjsWeights): Uint8Array => {
  const graph = createOnnxGraph()
  const { toPlanes, toPixels, convolution, depthwise, maxPool } = createLayers(graph)
  const leaky = (x: string) => graph.operator('LeakyRelu', [x], { alpha: { float: LEAKY_SLOPE } })

  const first = convolution(toPlanes('x'), weights.get('conv0/filters'), weights.get('conv0/bias'), {
    padding: 'VALID',
  })
  let x = leaky(first)
  for (const layer of SEPARABLE_LAYERS) {
    const pooled = maxPool(x, [2, 2], [2, 2], 'SAME_UPPER')
    const spatial = depthwise(pooled, weights.get(`conv${layer}/depthwise_filter`))
    const mixed = convolution(
      spatial,
      weights.get(`conv${layer}/pointwise_filter`),
      weights.get(`conv${layer}/bias`),
    )
    x = leaky(mixed)
  }
  const last = convolution(
    maxPool(x, [2, 2], [1, 1], 'SAME_UPPER'),
    weights.get('conv8/filters'),
    weights.get('conv8/bias'),
    { padding: 'VALID' },
  )
  return graph.finish({ name: 'x', shape: [1, 's', 's', 3] }, [
    { name: 'y', shape: [1, 'c', 'c', OUTPUTS], value: toPixels(last) },
  ])
}
