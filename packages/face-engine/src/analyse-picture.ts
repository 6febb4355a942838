import { type NetworkName, readNetwork } from '@visavis/face-models/networks'
import { type DecodedImage, decodeImage } from './decode-image.ts'
import { createFaceDetector } from './face-detector.ts'
import { type FaceGeometry, measureFace } from './face-geometry.ts'
import { createLandmarkLocator } from './face-landmarks.ts'
import { createTemplateMaker } from './face-template.ts'
import { findFaces, QUICK_SIDE } from './find-faces.ts'
import { measureSharpness } from './measure-sharpness.ts'
import { type Box, clipBox, type Pixels } from './pixels.ts'
import { RECOGNITION_MODELS, type RecognitionModelName } from './recognition/catalog.ts'
import type { AlignableFace } from './recognition/recognition-definition.ts'
import { openRuntime } from './runtime/open-runtime.ts'
import type { RuntimeKind } from './runtime/runtime.ts'
import { createStageClock, type StageClock, type StageTimes } from './stage-clock.ts'
import type { FaceRefusal, ImageRefusal, Refused } from './types.ts'

export interface Analysis {
  result: { outcome: 'template'; values: Float32Array } | Refused
  stages: StageTimes
}

/**
 * Pixels between the eyes below which the recogniser's input (2.7 times as wide, 150 pixels) would be enlarged by
 * more than a third. Measured on shrunk portraits: distance to the unshrunk self 0.11 at 50, 0.14 at 42, 0.20 at
 * 30; at 20 the first genuine pairs pass 0.5.
 */
const MIN_INTER_EYE_DISTANCE = 40
/** Below this, when the decoder reduced the picture, the face is decoded again in full. */
const FULL_INTER_EYE_DISTANCE = 60
/** Around a detected box, in box sizes: the aligned box and some more. */
const REGION_MARGIN = 0.5

/** Degrees. The network sees unrotated crops; in tilted faces different people came as near as 0.47. */
const MAX_ROLL = 25
/** About 30° of yaw: portraits that pass for frontal reach 0.34, half profiles begin at 0.55. */
const MAX_TURN = 0.5

/** Percent, see measure-sharpness.ts: from here on the same person's distance passes 0.5. */
const MIN_SHARPNESS = 4

/** Of any picture without a face. */
const WARM_UP_SIDE = 64

const refuseImage = (reason: ImageRefusal): Refused => ({ outcome: 'image_refused', reason })
const refuseFace = (reason: FaceRefusal): Refused => ({ outcome: 'face_refused', reason })

const grow = ({ x, y, width, height }: Box): Box => ({
  x: x - width * REGION_MARGIN,
  y: y - height * REGION_MARGIN,
  width: width * (1 + 2 * REGION_MARGIN),
  height: height * (1 + 2 * REGION_MARGIN),
})

/** Comparisons are written so that NaN, from landmarks on one spot, is refused. */
const judgePosition = ({ interEyeDistance, roll, turn }: FaceGeometry): FaceRefusal | null => {
  if (!(interEyeDistance >= MIN_INTER_EYE_DISTANCE)) return 'face_too_small'
  return Math.abs(roll) <= MAX_ROLL && Math.abs(turn) <= MAX_TURN ? null : 'face_turned'
}

export interface PictureAnalyser {
  /** The whole way from the bytes of a picture to a template or a refusal. */
  analyse(bytes: Uint8Array): Promise<Analysis>
  /** Runs each network once: the first run of each is slower. */
  warmUp(): Promise<void>
}

/** What the workers are told when they start. */
export interface AnalyserOptions {
  runtime: RuntimeKind
  recognition: RecognitionModelName
}

/** Loads the models. Needs a thread of its own: nothing else runs while a network does. */
export const createPictureAnalyser = async ({
  runtime: kind,
  recognition,
}: AnalyserOptions): Promise<PictureAnalyser> => {
  const runtime = await openRuntime(kind)
  const load = async (name: NetworkName) => runtime.load(await readNetwork(name))
  const recogniser = RECOGNITION_MODELS[recognition]
  const detect = createFaceDetector(await load('face-detector'))
  const locateLandmarks = createLandmarkLocator(await load('face-landmarks-68'))
  const makeTemplate = createTemplateMaker(recogniser, await load(recogniser.network))

  const locate = async (pixels: Pixels, box: Box): Promise<AlignableFace | null> => {
    const landmarks = await locateLandmarks(pixels, box)
    if (landmarks === null) return null
    const geometry = measureFace(landmarks)
    const crop = clipBox(geometry.alignedBox, pixels)
    return crop.width > 0 && crop.height > 0 ? { pixels, landmarks, geometry, crop } : null
  }

  /** As `locate`, but with the face's full resolution when the decoder reduced the picture and the face is small. */
  const locateInFull = async (
    image: DecodedImage,
    box: Box,
  ): Promise<AlignableFace | null | ImageRefusal> => {
    const located = await locate(image.pixels, box)
    const isEnough = (located?.geometry.interEyeDistance ?? 0) >= FULL_INTER_EYE_DISTANCE
    if (!image.isReduced || located === null || isEnough) return located
    const region = await image.decodeFull(grow(box))
    return typeof region === 'string' ? region : locate(region.pixels, region.fromReduced(box))
  }

  const judge = async (bytes: Uint8Array, clock: StageClock): Promise<Analysis['result']> => {
    const image = await decodeImage(bytes)
    clock.end('decode')
    if (typeof image === 'string') return refuseImage(image)

    const { main, hasRival } = await findFaces(detect, image.pixels)
    clock.end('detect')
    if (main === null) return refuseFace('no_face')
    if (hasRival) return refuseFace('several_faces')

    const located = await locateInFull(image, main.box)
    clock.end('landmarks')
    if (typeof located === 'string') return refuseImage(located)
    if (located === null) return refuseFace('no_face')

    const { pixels, geometry, crop } = located
    const position = judgePosition(geometry)
    const isBlurry = position === null && measureSharpness(pixels, crop) < MIN_SHARPNESS
    clock.end('quality')
    if (position !== null) return refuseFace(position)
    if (isBlurry) return refuseFace('face_blurry')

    const values = await makeTemplate(located)
    clock.end('template')
    return { outcome: 'template', values }
  }

  const analyse = async (bytes: Uint8Array): Promise<Analysis> => {
    const clock = createStageClock()
    return { result: await judge(bytes, clock), stages: clock.times }
  }

  const warmUp = async (): Promise<void> => {
    const pixels = { data: new Uint8Array(WARM_UP_SIDE ** 2 * 3), width: WARM_UP_SIDE, height: WARM_UP_SIDE }
    const crop = { x: 0, y: 0, width: WARM_UP_SIDE, height: WARM_UP_SIDE }
    // Not every scale: the largest take 40 MB that most servers never need.
    await detect(pixels, QUICK_SIDE, 1)
    const landmarks = (await locateLandmarks(pixels, crop)) ?? []
    await makeTemplate({ pixels, landmarks, geometry: measureFace(landmarks), crop })
  }
  return { analyse, warmUp }
}
