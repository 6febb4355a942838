import { sizeOf, type Tensor } from './tensor.ts'

/** One weight in a manifest of TensorFlow.js, `tfjs-core/src/io/types.ts`. */
interface WeightEntry {
  name: string
  shape: number[]
  dtype: string
  quantization?: { dtype: string; scale?: number; min?: number }
}

export interface TfjsWeights {
  /** Throws when there is no weight of that name. */
  get(name: string): Tensor
  names: readonly string[]
}

const READERS = {
  uint8: { bytes: 1, read: (view: DataView, at: number) => view.getUint8(at) },
  uint16: { bytes: 2, read: (view: DataView, at: number) => view.getUint16(at, true) },
  float16: { bytes: 2, read: (view: DataView, at: number) => view.getFloat16(at, true) },
  float32: { bytes: 4, read: (view: DataView, at: number) => view.getFloat32(at, true) },
} as const

const hasReader = (dtype: string): dtype is keyof typeof READERS => dtype in READERS

/**
 * Reads weights as TensorFlow.js stores them: a manifest of names and shapes, and shards in which all lie end to end,
 * quantised to `value · scale + min` or to half the length.
 */
export const readTfjsWeights = (manifestJson: string, shards: Uint8Array): TfjsWeights => {
  const manifest: { weights: WeightEntry[] }[] = JSON.parse(manifestJson)
  const view = new DataView(shards.buffer, shards.byteOffset, shards.byteLength)
  const weights = new Map<string, Tensor>()
  let at = 0
  for (const { name, shape, dtype, quantization } of manifest.flatMap((group) => group.weights)) {
    const stored = quantization?.dtype ?? dtype
    if (dtype !== 'float32' || !hasReader(stored))
      throw new Error(`${name}: weights of ${stored} are not read`)
    const { bytes, read } = READERS[stored]
    const { scale = 1, min = 0 } = quantization ?? {}
    const data = new Float32Array(sizeOf(shape))
    if (at + data.length * bytes > shards.length) throw new Error(`${name}: the shards end before it does`)
    for (let index = 0; index < data.length; index += 1, at += bytes)
      data[index] = read(view, at) * scale + min
    weights.set(name, { shape, data })
  }
  if (at !== shards.length)
    throw new Error(`the manifest names ${at} bytes, the shards have ${shards.length}`)
  return {
    names: [...weights.keys()],
    get: (name) => {
      const tensor = weights.get(name)
      if (tensor === undefined) throw new Error(`no weight named ${name}`)
      return tensor
    },
  }
}
