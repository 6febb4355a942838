import { COMPONENT_NAMES, type ComponentName, type ComponentResult } from './components.ts'
import { estimateNeutrality } from './expression.ts'
import type { FaceInput, FrameInput, FrameQuality } from './frame-types.ts'
import { boundsOf, type FaceGeometry, measureFace, meshArea, meshMotion } from './geometry.ts'
import { measurePixels } from './measure-pixels.ts'
import { type HeadPose, poseOf } from './pose.ts'
import { type RawValue, toResult } from './results.ts'

interface Candidate {
  face: FaceInput
  pose: HeadPose
  geometry: FaceGeometry
  area: number
}

/** Eyes nearer to each other than this, in pixels, are no face: every length below is divided by theirs. */
const SMALLEST_INTER_EYE_PX = 2

const toCandidate = (face: FaceInput, image: FrameInput['image']): Candidate | undefined => {
  const area = meshArea(face.landmarks)
  const pose = poseOf(face.matrix)
  if (area === 0 || !pose) return undefined
  const geometry = measureFace(face.landmarks, image)
  return geometry.interEye < SMALLEST_INTER_EYE_PX || geometry.eyesToChin === 0
    ? undefined
    : { face, pose, geometry, area }
}

const geometryComponents = (
  { face, pose, geometry }: Candidate,
  second: number,
  image: FrameInput['image'],
): Partial<Record<ComponentName, RawValue>> => {
  const { rightEye, leftEye, eyes, interEye, eyesToChin } = geometry
  return {
    SingleFacePresent: second,
    EyesOpen: geometry.eyeGap / eyesToChin,
    MouthClosed: geometry.lipGap / eyesToChin,
    InterEyeDistance: interEye / Math.max(0.1, Math.cos((pose.yaw * Math.PI) / 180)),
    HeadSize: eyesToChin / image.height,
    LeftwardCropOfTheFaceImage: rightEye.x / interEye,
    RightwardCropOfTheFaceImage: (image.width - leftEye.x) / interEye,
    MarginAboveOfTheFaceImage: eyes.y / eyesToChin,
    MarginBelowOfTheFaceImage: (image.height - eyes.y) / eyesToChin,
    HeadPoseYaw: pose.yaw,
    HeadPosePitch: pose.pitch,
    HeadPoseRoll: pose.roll,
    ExpressionNeutrality: estimateNeutrality(geometry, face.blendshapes),
  }
}

/**
 * Quality of one frame: the components of ISO/IEC 29794-5 that can be had without further models, for the
 * largest face, and what our gates need besides. Pure; some 2 ms for a crop of 256 × 256.
 *
 * A face with a point that is not a number, fewer than 468 points or a matrix that is no rotation does not count.
 * @throws RangeError when the crop's bytes do not fit its size.
 */
export const assessFrame = ({ image, faces, crop, previous }: FrameInput): FrameQuality => {
  const usable = faces
    .map((face) => toCandidate(face, image))
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => b.area - a.area)
  const [largest, second] = usable
  if (!largest) return { faceCount: 0, components: [] }

  const { face, geometry } = largest
  const pixels = crop && measurePixels(crop, geometry, face.landmarks, image)
  const raws: Partial<Record<ComponentName, RawValue>> = {
    ...geometryComponents(largest, second ? second.area / largest.area : 0, image),
    ...pixels?.components,
  }
  const components = COMPONENT_NAMES.map((name) => toResult(name, raws[name])).filter(
    (result): result is ComponentResult => result !== undefined,
  )
  const { left, right, top, bottom } = boundsOf(geometry.outline)
  const outside = geometry.outline.filter(({ x, y }) => x < 0 || y < 0 || x > image.width || y > image.height)
  return {
    faceCount: usable.length,
    components,
    geometry: {
      offCentre: {
        x: (left + right) / 2 / image.width - 0.5,
        y: (top + bottom) / 2 / image.height - 0.5,
      },
      outside: outside.length / geometry.outline.length,
      shortSide: Math.min(image.width, image.height),
      motion:
        previous && meshArea(previous) > 0
          ? meshMotion(face.landmarks, previous, image, geometry.interEye)
          : undefined,
    },
    ...(pixels && { pixels: pixels.measures }),
  }
}
