import { createRequire } from 'node:module'
import path from 'node:path'
import tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js'
import sharp from 'sharp'

const require = createRequire(import.meta.url)

/** Type of the tensor the library's declarations carry with them. */
type LibraryTensor = ReturnType<typeof faceapi.tf.tensor3d>

/**
 * The library as its documentation shows it: SSD detector, 68 landmarks, descriptor, default options, on the same
 * WebAssembly backend, single-threaded as it always is on Node.
 */
export const createUntunedPipeline = async () => {
  const wasmFolder = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))
  setWasmPaths(`${wasmFolder}${path.sep}`)
  await tf.setBackend('wasm')
  await tf.ready()
  const folder = path.join(path.dirname(require.resolve('@vladmandic/face-api/package.json')), 'model')
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = faceapi.nets
  for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet]) await net.loadFromDisk(folder)

  /** Decoded without its colour profile, as our engine does: anything else would flatter the comparison. */
  const decode = async (image: Uint8Array): Promise<LibraryTensor> => {
    const { data, info } = await sharp(image, { ignoreIcc: true })
      .autoOrient()
      .flatten()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return faceapi.tf.tensor3d(new Uint8Array(data), [info.height, info.width, 3], 'int32')
  }

  return {
    /** Descriptor of the most confident face, or null. */
    describe: async (image: Uint8Array): Promise<Float32Array | null> => {
      const tensor = await decode(image)
      const face = await faceapi.detectSingleFace(tensor).withFaceLandmarks().withFaceDescriptor()
      tensor.dispose()
      return face?.descriptor ?? null
    },
    /** Boxes of all faces, in pixels. */
    locate: async (image: Uint8Array) => {
      const tensor = await decode(image)
      const faces = await faceapi.detectAllFaces(tensor)
      tensor.dispose()
      return faces.map(({ box: { x, y, width, height } }) => ({ x, y, width, height }))
    },
  }
}
export type UntunedPipeline = Awaited<ReturnType<typeof createUntunedPipeline>>
