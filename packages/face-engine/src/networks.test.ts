/**
 * The networks on each runtime against the library's own, on a picture of the exact input size, so that only they differ.
 * What the library says was recorded from `@vladmandic/face-api` 1.7.15 on TensorFlow.js 4.22.
 */
import { readNetwork } from '@visavis/face-models/networks'
import { beforeAll, describe, expect, it } from 'vitest'
import { euclideanDistance } from './compare-templates.ts'
import { createFaceDetector, type FaceDetector } from './face-detector.ts'
import { createLandmarkLocator, IMAGENET_MEAN } from './face-landmarks.ts'
import { createTemplateMaker } from './face-template.ts'
import type { Pixels } from './pixels.ts'
import { DLIB_RESNET_UPRIGHT } from './recognition/dlib-resnet.ts'
import type { RecognitionDefinition } from './recognition/recognition-definition.ts'
import { openRuntime } from './runtime/open-runtime.ts'
import { sampleChip } from './sample-chip.ts'
import libraryAnswers from './testing/library-answers.json' with { type: 'json' }
import { cropPortrait, PORTRAITS, type PortraitName } from './testing/portraits.ts'

const NAMES = Object.keys(PORTRAITS) as PortraitName[]

const readPixels = async (name: PortraitName, side: number): Promise<Pixels> => {
  const portrait = (await cropPortrait(name)).resize(side, side).removeAlpha().raw()
  return { data: await portrait.toBuffer(), width: side, height: side }
}
const whole = ({ width, height }: Pixels) => ({ x: 0, y: 0, width, height })

/** The recogniser without its alignment: the picture as it is. */
const UNALIGNED: RecognitionDefinition = {
  ...DLIB_RESNET_UPRIGHT,
  align: ({ pixels }, mirror, input) =>
    sampleChip(
      pixels,
      { a: 1, b: 0, x: 0, y: 0 },
      { size: 150, mean: IMAGENET_MEAN, divisor: 255, mirror },
      input,
    ),
}

describe.each(['native', 'wasm'] as const)('%s', (kind) => {
  let detect: FaceDetector
  let locate: ReturnType<typeof createLandmarkLocator>
  let make: ReturnType<typeof createTemplateMaker>

  beforeAll(async () => {
    const runtime = await openRuntime(kind)
    detect = createFaceDetector(await runtime.load(await readNetwork('face-detector')))
    locate = createLandmarkLocator(await runtime.load(await readNetwork('face-landmarks-68')), 1)
    make = createTemplateMaker(UNALIGNED, await runtime.load(await readNetwork('dlib-resnet')))
  })

  describe.each(NAMES)('%s', (name) => {
    const library = libraryAnswers[name]

    it('is found in the same place with the same score', async () => {
      const theirs = library.faces
      const ours = await detect(await readPixels(name, 224), { size: 224, minScore: 0.3 })
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
      const pixels = await readPixels(name, 112)
      const ours = await locate(pixels, whole(pixels))
      expect(ours).toHaveLength(68)
      ours.forEach(({ x, y }, index) => {
        expect(x).toBeCloseTo(library.landmarks[2 * index] ?? 0, 2)
        expect(y).toBeCloseTo(library.landmarks[2 * index + 1] ?? 0, 2)
      })
    })

    it('gets the same template', async () => {
      const pixels = await readPixels(name, 150)
      const { values: ours } = await make({ pixels, landmarks: [] })
      expect(ours).toHaveLength(128)
      expect(euclideanDistance(ours, Float32Array.from(library.template))).toBeLessThan(0.0001)
    })
  })

  it('does not hand out memory that the next run overwrites', async () => {
    const [anna, bella] = [await readPixels('anna', 150), await readPixels('bella', 150)]
    const { values: template } = await make({ pixels: anna, landmarks: [] })
    const before = template.slice()
    await make({ pixels: bella, landmarks: [] })
    expect(template).toEqual(before)
  })
})
