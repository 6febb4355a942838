import { type NetworkName, readNetwork } from '@visavis/face-models/networks'
import { toCoarsePrint } from './coarse-print.ts'
import { type DecodedImage, decodeImage } from './decode-image.ts'
import { ARCFACE_CHIP, alignFace } from './face-chip.ts'
import { createFaceDetector } from './face-detector.ts'
import { FULL_INTER_EYE_DISTANCE, measureFace } from './face-geometry.ts'
import { createLandmarkLocator } from './face-landmarks.ts'
import { createTemplateMaker } from './face-template.ts'
import { findFaces, QUICK_SIDE } from './find-faces.ts'
import { lazily } from './lazily.ts'
import { createMeshLocator } from './liveness/face-mesh.ts'
import { readLivenessNetwork } from './liveness/liveness-network.ts'
import { createObserver } from './liveness/observe-picture.ts'
import { createPassiveScorer } from './liveness/passive.ts'
import type { ObserveResult } from './liveness/types.ts'
import { measureSharpness } from './measure-sharpness.ts'
import type { Box, Pixels, Point } from './pixels.ts'
import { type Recognition, readRecognitionNetwork, toDefinition } from './recognition/catalog.ts'
import type { AlignableFace, Embedding, QualityGates } from './recognition/recognition-definition.ts'
import { openRuntime } from './runtime/open-runtime.ts'
import type { RuntimeKind } from './runtime/runtime.ts'
import { createStageClock, type StageClock, type StageTimes } from './stage-clock.ts'
import { turnPixels } from './turn-pixels.ts'
import type { FaceRefusal, ImageRefusal, Refused } from './types.ts'

export interface Analysis {
  result: { outcome: 'template'; values: Float32Array; print?: Uint8Array } | Refused
  stages: StageTimes
}

/** Around a detected box, in box sizes: the aligned box and some more. */
const REGION_MARGIN = 0.5

/** Ways to hold a picture that says nothing of its orientation, likeliest first: on either side, on its head. */
const QUARTER_TURNS = [1, 3, 2] as const

/** Of any picture without a face. */
const WARM_UP_SIDE = 64

/**
 * By how much surer the network has to be of a face in a picture held otherwise. A face on its head had norms of 34 to
 * 62, upright of 62 to 98; with one person the wrong way was surer, by 2 %.
 */
const CLEARLY_SURER = 1.1

const refuseImage = (reason: ImageRefusal): Refused => ({ outcome: 'image_refused', reason })
const refuseFace = (reason: FaceRefusal): Refused => ({ outcome: 'face_refused', reason })

const grow = ({ x, y, width, height }: Box): Box => ({
  x: x - width * REGION_MARGIN,
  y: y - height * REGION_MARGIN,
  width: width * (1 + 2 * REGION_MARGIN),
  height: height * (1 + 2 * REGION_MARGIN),
})

/** Comparisons are written so that NaN, from landmarks on one spot, is refused. Tilted heads are levelled instead. */
const judgePosition = (landmarks: readonly Point[], gates: QualityGates): FaceRefusal | null => {
  const { interEyeDistance, turn } = measureFace(landmarks)
  if (!(interEyeDistance >= gates.minInterEyeDistance)) return 'face_too_small'
  return Math.abs(turn) <= gates.maxTurn ? null : 'face_turned'
}

/** What one way of holding the picture gave. */
type Attempt = ({ outcome: 'template' } & Embedding) | Refused

/** The face may be there, but lie on its side or stand on its head. */
const isDoubtful = (attempt: Attempt, { clearNorm }: QualityGates): boolean => {
  if (attempt.outcome === 'template') return attempt.norm < clearNorm
  if (attempt.outcome === 'image_refused' || attempt.reason === 'several_faces') return false
  return attempt.reason === 'no_face' || clearNorm > 0
}

/** Pixels that there is no more of. */
const asDecoded = (pixels: Pixels): DecodedImage => ({
  pixels,
  isReduced: false,
  decodeFull: async () => ({ pixels, fromReduced: (box) => box }),
})

export interface PictureAnalyser {
  /** The whole way from the bytes of a picture to a template or a refusal. */
  analyse(bytes: Uint8Array): Promise<Analysis>
  /** What a picture says about whether there is a head before the camera. The first one loads two more networks. */
  observe(bytes: Uint8Array): Promise<ObserveResult>
  /** Runs each network once: the first run of each is slower. */
  warmUp(): Promise<void>
}

/** What the workers are told when they start. */
export interface AnalyserOptions {
  runtime: RuntimeKind
  recognition: Recognition
  /** An ONNX file in the place of `passive-liveness`. */
  livenessModelFile?: string
}

/** Loads the models. Needs a thread of its own: nothing else runs while a network does. */
export const createPictureAnalyser = async ({
  runtime: kind,
  recognition,
  livenessModelFile,
}: AnalyserOptions): Promise<PictureAnalyser> => {
  const runtime = await openRuntime(kind)
  const load = async (name: NetworkName) => runtime.load(await readNetwork(name))
  const recogniser = toDefinition(recognition)
  const detect = createFaceDetector(await load('face-detector'))
  const locateLandmarks = createLandmarkLocator(await load('face-landmarks-68'))
  const makeTemplate = createTemplateMaker(
    recogniser,
    await runtime.load(await readRecognitionNetwork(recogniser)),
  )

  const { gates } = recogniser

  const locate = async (pixels: Pixels, box: Box): Promise<AlignableFace> => ({
    pixels,
    landmarks: await locateLandmarks(pixels, box),
  })

  /** As `locate`, but with the face's full resolution when the decoder reduced the picture and the face is small. */
  const locateInFull = async (image: DecodedImage, box: Box): Promise<AlignableFace | ImageRefusal> => {
    const located = await locate(image.pixels, box)
    const { interEyeDistance } = measureFace(located.landmarks)
    if (!image.isReduced || interEyeDistance >= FULL_INTER_EYE_DISTANCE) return located
    const region = await image.decodeFull(grow(box))
    return typeof region === 'string' ? region : locate(region.pixels, region.fromReduced(box))
  }

  const tryUpright = async (
    image: DecodedImage,
    clock: StageClock,
    isThorough: boolean,
  ): Promise<Attempt> => {
    const { main, hasRival } = await findFaces(detect, image.pixels, { isThorough })
    clock.end('detect')
    if (main === null) return refuseFace('no_face')
    if (hasRival) return refuseFace('several_faces')

    const face = await locateInFull(image, main.box)
    clock.end('landmarks')
    if (typeof face === 'string') return refuseImage(face)

    const position = judgePosition(face.landmarks, gates)
    const isBlurry =
      position === null &&
      !(measureSharpness(face.pixels, alignFace(face.landmarks, ARCFACE_CHIP)) >= gates.minSharpness)
    clock.end('quality')
    if (position !== null) return refuseFace(position)
    if (isBlurry) return refuseFace('face_blurry')

    const embedding = await makeTemplate(face)
    clock.end('template')
    return { outcome: 'template', ...embedding }
  }

  /** Of this attempt and the picture held in the other ways, the one in which the network is surest of a face. */
  const tryTurned = async (
    upright: Attempt,
    { pixels }: DecodedImage,
    clock: StageClock,
  ): Promise<Attempt> => {
    let best = upright
    for (const quarters of QUARTER_TURNS) {
      const attempt = await tryUpright(asDecoded(turnPixels(pixels, quarters)), clock, false)
      if (attempt.outcome !== 'template') continue
      // Beside a refusal only a sure one counts: what is too blurred upright is not to be guessed from its side.
      const least = best.outcome === 'template' ? CLEARLY_SURER * best.norm : gates.clearNorm
      if (attempt.norm >= least) best = attempt
    }
    return best
  }

  const judge = async (bytes: Uint8Array, clock: StageClock): Promise<Analysis['result']> => {
    const image = await decodeImage(bytes)
    clock.end('decode')
    if (typeof image === 'string') return refuseImage(image)
    const upright = await tryUpright(image, clock, true)
    const attempt = isDoubtful(upright, gates) ? await tryTurned(upright, image, clock) : upright
    if (attempt.outcome !== 'template') return attempt
    if (!(attempt.norm >= gates.minNorm)) return refuseFace('no_face')
    return { outcome: 'template', values: attempt.values, print: toCoarsePrint(image.pixels) }
  }

  const analyse = async (bytes: Uint8Array): Promise<Analysis> => {
    const clock = createStageClock()
    return { result: await judge(bytes, clock), stages: clock.times }
  }

  // A server that never asks for liveness does not pay for it.
  const openScorer = lazily(async () =>
    createPassiveScorer(await runtime.load(await readLivenessNetwork(livenessModelFile))),
  )
  const openObserver = lazily(async () =>
    createObserver({
      recogniser,
      detect,
      locateLandmarks,
      makeTemplate,
      locateMesh: createMeshLocator(await load('face-mesh-468')),
      scorePassive: await openScorer(),
    }),
  )
  const observe = async (bytes: Uint8Array): Promise<ObserveResult> => (await openObserver())(bytes)

  const warmUp = async (): Promise<void> => {
    const pixels = { data: new Uint8Array(WARM_UP_SIDE ** 2 * 3), width: WARM_UP_SIDE, height: WARM_UP_SIDE }
    const crop = { x: 0, y: 0, width: WARM_UP_SIDE, height: WARM_UP_SIDE }
    // Not every scale: the largest take 40 MB that most servers never need.
    await detect(pixels, { size: QUICK_SIDE, minScore: 1 })
    await makeTemplate(await locate(pixels, crop))
    // A file of the operator's that is no such network stops the start.
    if (livenessModelFile !== undefined) await (await openScorer())(pixels, crop)
  }
  return { analyse, observe, warmUp }
}
