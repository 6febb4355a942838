import { toCoarsePrint } from '../coarse-print.ts'
import { decodeImage } from '../decode-image.ts'
import { ARCFACE_CHIP, alignFace } from '../face-chip.ts'
import type { FaceDetector } from '../face-detector.ts'
import { type FaceGeometry, FULL_INTER_EYE_DISTANCE, measureFace, measureRoll } from '../face-geometry.ts'
import { findFaces } from '../find-faces.ts'
import { measureSharpness } from '../measure-sharpness.ts'
import type { Box, Pixels, Point } from '../pixels.ts'
import type {
  AlignableFace,
  Embedding,
  QualityGates,
  RecognitionDefinition,
} from '../recognition/recognition-definition.ts'
import type { FaceRefusal, Refused } from '../types.ts'
import { boxOfMesh, type MeshLocator } from './face-mesh.ts'
import { isFrontal, measurePose } from './head-pose.ts'
import { measureLight } from './luma.ts'
import { measureMoire } from './moire.ts'
import type { PassiveScorer } from './passive.ts'
import type { ObserveResult } from './types.ts'

/** Degrees: a turn ends well before; beyond it neither mesh nor template say much. */
const MAX_YAW = 50

export interface ObserverOptions {
  recogniser: RecognitionDefinition
  detect: FaceDetector
  locateLandmarks(pixels: Pixels, box: Box): Promise<Point[]>
  makeTemplate(face: AlignableFace): Promise<Embedding>
  locateMesh: MeshLocator
  scorePassive: PassiveScorer
}

interface Measured extends FaceGeometry {
  norm: number
  isReduced: boolean
}

/** Whether a comparison would neither refuse the picture nor look at it once more, closer or held otherwise. */
const isComparable = (
  { interEyeDistance, turn, norm, isReduced }: Measured,
  { maxTurn, minNorm, clearNorm }: QualityGates,
): boolean =>
  Math.abs(turn) <= maxTurn &&
  norm >= Math.max(minNorm, clearNorm) &&
  !(isReduced && interEyeDistance < FULL_INTER_EYE_DISTANCE)

const refuseFace = (reason: FaceRefusal): Refused => ({ outcome: 'face_refused', reason })

/**
 * What one picture says about whether there is a head before the camera. It is refused for what a picture to be compared
 * is refused for, but a head may be turned. Only what is upright is looked at: pages send upright pictures.
 */
export const createObserver =
  ({ recogniser, detect, locateLandmarks, makeTemplate, locateMesh, scorePassive }: ObserverOptions) =>
  async (bytes: Uint8Array): Promise<ObserveResult> => {
    const image = await decodeImage(bytes)
    if (typeof image === 'string') return { outcome: 'image_refused', reason: image }
    const { pixels } = image
    const { main, hasRival } = await findFaces(detect, pixels)
    if (main === null) return refuseFace('no_face')
    if (hasRival) return refuseFace('several_faces')

    const { gates } = recogniser
    const landmarks = await locateLandmarks(pixels, main.box)
    // Written so that NaN, from landmarks on one spot, is refused.
    const geometry = measureFace(landmarks)
    if (!(geometry.interEyeDistance >= gates.minInterEyeDistance)) return refuseFace('face_too_small')
    const mesh = await locateMesh(pixels, main.box, measureRoll(landmarks))
    if (mesh === null) return refuseFace('no_face')
    const pose = measurePose(mesh)
    if (!(Math.abs(pose.yaw) <= MAX_YAW)) return refuseFace('face_turned')
    // A frame blurred by the motion would look like somebody else.
    if (!(measureSharpness(pixels, alignFace(landmarks, ARCFACE_CHIP)) >= gates.minSharpness)) {
      return refuseFace('face_blurry')
    }

    const { values, norm } = await makeTemplate({ pixels, landmarks })
    const measured = { ...geometry, norm, isReduced: image.isReduced }
    const face = boxOfMesh(mesh)
    const looksAhead = isFrontal(pose)
    return {
      outcome: 'observed',
      observation: {
        width: pixels.width,
        height: pixels.height,
        mesh,
        pose,
        template: { modelId: recogniser.modelId, pipelineId: recogniser.pipelineId, values },
        ...(isComparable(measured, gates) ? { print: toCoarsePrint(pixels) } : {}),
        passiveScore: looksAhead ? await scorePassive(pixels, face) : null,
        moire: looksAhead ? measureMoire(pixels, face) : null,
        light: measureLight(pixels, face),
      },
    }
  }
