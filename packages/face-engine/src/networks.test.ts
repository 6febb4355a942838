/** Our fused networks against the library's own, on a picture of the exact input size, so that only they differ. */
import { createRequire } from 'node:module'
import path from 'node:path'
import tf from '@tensorflow/tfjs-core'
import faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { euclideanDistance } from './compare-templates.ts'
import { createDetectorNet } from './detector-net.ts'
import { createFaceDetector } from './face-detector.ts'
import { createLandmarkLocator } from './face-landmarks.ts'
import { createTemplateMaker } from './face-template.ts'
import { createLandmarkNet } from './landmark-net.ts'
import { loadModelWeights } from './model-weights.ts'
import type { Pixels } from './pixels.ts'
import { createRecognitionNet } from './recognition-net.ts'
import { startTensors } from './tensors.ts'
import { cropPortrait, PORTRAITS, type PortraitName } from './testing/portraits.ts'

const require = createRequire(import.meta.url)
const { tinyFaceDetector, faceLandmark68Net, faceRecognitionNet } = faceapi.nets
const NAMES = Object.keys(PORTRAITS) as PortraitName[]

const readPixels = async (name: PortraitName, side: number): Promise<Pixels> => {
  const portrait = (await cropPortrait(name)).resize(side, side).removeAlpha().raw()
  return { data: await portrait.toBuffer(), width: side, height: side }
}
const whole = ({ width, height }: Pixels) => ({ x: 0, y: 0, width, height })
/** The library's declarations carry their own copy of the tensor type. */
const toTensor = ({ data, width, height }: Pixels) =>
  tf.tensor3d(new Uint8Array(data), [height, width, 3], 'int32') as unknown as Parameters<
    typeof faceRecognitionNet.computeFaceDescriptor
  >[0]

beforeAll(async () => {
  await startTensors()
  const folder = path.join(path.dirname(require.resolve('@vladmandic/face-api/package.json')), 'model')
  for (const net of [tinyFaceDetector, faceLandmark68Net, faceRecognitionNet]) await net.loadFromDisk(folder)
})

describe.each(NAMES)('%s', (name) => {
  it('is found in the same place with the same score', async () => {
    const detect = createFaceDetector(createDetectorNet(await loadModelWeights('tiny_face_detector_model')))
    const pixels = await readPixels(name, 224)
    const theirs = await tinyFaceDetector.locateFaces(toTensor(pixels), {
      inputSize: 224,
      scoreThreshold: 0.3,
    })
    const ours = detect(pixels, 224, 0.3)
    expect(ours.length).toBeGreaterThan(0)
    expect(ours).toHaveLength(theirs.length)
    for (const [index, { box, score }] of ours.entries()) {
      const other = theirs[index]
      expect(score).toBeCloseTo(other?.score ?? 0, 3)
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(box[side]).toBeCloseTo(other?.box[side] ?? 0, 1)
      }
    }
  })

  it('gets the same landmarks', async () => {
    const locate = createLandmarkLocator(createLandmarkNet(await loadModelWeights('face_landmark_68_model')))
    const pixels = await readPixels(name, 112)
    const theirs = await faceLandmark68Net.detectLandmarks(toTensor(pixels))
    if (Array.isArray(theirs)) throw new Error('one picture, one answer')
    const ours = locate(pixels, whole(pixels)) ?? []
    expect(ours).toHaveLength(68)
    ours.forEach(({ x, y }, index) => {
      expect(x).toBeCloseTo(theirs.positions[index]?.x ?? 0, 2)
      expect(y).toBeCloseTo(theirs.positions[index]?.y ?? 0, 2)
    })
  })

  it('gets the same template', async () => {
    const make = createTemplateMaker(createRecognitionNet(await loadModelWeights('face_recognition_model')))
    const pixels = await readPixels(name, 150)
    const theirs = await faceRecognitionNet.computeFaceDescriptor(toTensor(pixels))
    const ours = make(pixels, whole(pixels))
    expect(ours).toHaveLength(128)
    expect(euclideanDistance(ours, Float32Array.from(theirs as Float32Array))).toBeLessThan(0.0001)
  })
})

it('keeps no tensor alive but the weights', async () => {
  const make = createTemplateMaker(createRecognitionNet(await loadModelWeights('face_recognition_model')))
  const pixels = await readPixels('anna', 150)
  make(pixels, whole(pixels))
  const before = tf.memory().numTensors
  make(pixels, whole(pixels))
  expect(tf.memory().numTensors).toBe(before)
})
