import { createLayers } from './layers.ts'
import { createOnnxGraph } from './onnx-graph.ts'
import type { TfjsWeights } from './tfjs-weights.ts'

const SIDE = 112
/** x and y of 68 points */
const OUTPUTS = 136
/** Side of what the dense blocks leave: averaged to one number a channel. */
const FEATURE_SIDE = 7

/**
 * FaceLandmark68Net of `@vladmandic/face-api`, four dense blocks of separable convolutions. Takes [1, 112, 112, 3],
 * normalised as the library does; gives [1, 136]: x and y of 68 points in turn, as parts of the square's side.
 */
export const convertLandmarks = (weights: TfjsWeights): Uint8Array => {
  const graph = createOnnxGraph()
  const { toPlanes, convolution, depthwise, averagePool, relu, add, flatten, dense } = createLayers(graph)

  const separable = (x: string, name: string, stride: number): string =>
    convolution(
      depthwise(x, weights.get(`${name}/depthwise_filter`), undefined, { stride: [stride, stride] }),
      weights.get(`${name}/pointwise_filter`),
      weights.get(`${name}/bias`),
    )
  /** Each convolution sees the sum of all before it. */
  const denseRest = (first: string, name: string): string => {
    let sum = add(first, separable(first, `${name}/conv1`, 1))
    sum = add(sum, separable(relu(sum), `${name}/conv2`, 1))
    sum = add(sum, separable(relu(sum), `${name}/conv3`, 1))
    return relu(sum)
  }

  const first = convolution(
    toPlanes('x'),
    weights.get('dense0/conv0/filters'),
    weights.get('dense0/conv0/bias'),
    { stride: [2, 2] },
  )
  let x = denseRest(relu(first), 'dense0')
  for (const name of ['dense1', 'dense2', 'dense3']) {
    x = denseRest(relu(separable(x, `${name}/conv0`, 2)), name)
  }
  const features = flatten(averagePool(x, FEATURE_SIDE, 2))
  return graph.finish({ name: 'x', shape: [1, SIDE, SIDE, 3] }, [
    {
      name: 'y',
      shape: [1, OUTPUTS],
      value: dense(features, weights.get('fc/weights'), weights.get('fc/bias')),
    },
  ])
}
