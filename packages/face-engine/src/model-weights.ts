import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import tf, { type Tensor, type Tensor1D, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core'

/** The weights of one model, by the names its manifest gives them. Each getter throws when there is no such name. */
export interface ModelWeights {
  names: readonly string[]
  vector(name: string): Tensor1D
  matrix(name: string): Tensor2D
  /** Convolution kernel: [height, width, in, out]; depthwise: [height, width, in, 1]. */
  kernel(name: string): Tensor4D
}

interface WeightsManifest {
  paths: string[]
  weights: tf.io.WeightsManifestEntry[]
}

const require = createRequire(import.meta.url)
const modelFolder = (): string =>
  path.join(path.dirname(require.resolve('@vladmandic/face-api/package.json')), 'model')

/**
 * Loads a model of `@vladmandic/face-api` from disk: a manifest (names, shapes, 8-bit quantization) and one file of
 * weights, in TensorFlow.js's own format. `name`: such as `face_recognition_model`.
 */
export const loadModelWeights = async (name: string): Promise<ModelWeights> => {
  const folder = modelFolder()
  const [manifest]: WeightsManifest[] = JSON.parse(
    await readFile(path.join(folder, `${name}-weights_manifest.json`), 'utf8'),
  )
  if (manifest === undefined) throw new Error(`${name}: the manifest is empty`)
  const parts = await Promise.all(manifest.paths.map((file) => readFile(path.join(folder, file))))
  const bytes = new Uint8Array(Buffer.concat(parts))
  const tensors = tf.io.decodeWeights(bytes.buffer, manifest.weights)

  const get = <Rank extends Tensor>(weight: string, rank: number): Rank => {
    const tensor = tensors[weight]
    if (tensor?.rank !== rank) throw new Error(`${name}: no weight ${weight} of rank ${rank}`)
    return tensor as Rank
  }
  return {
    names: Object.keys(tensors),
    vector: (weight) => get<Tensor1D>(weight, 1),
    matrix: (weight) => get<Tensor2D>(weight, 2),
    kernel: (weight) => get<Tensor4D>(weight, 4),
  }
}
