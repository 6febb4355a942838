import { unnaturalColour } from './colour.ts'
import type { ComponentName } from './components.ts'
import { toCropPoint } from './crop-rect.ts'
import { measureLids } from './eyelids.ts'
import type { CropInput, Landmarks, PixelMeasures, Point, Size } from './frame-types.ts'
import { distance, type FaceGeometry } from './geometry.ts'
import { convexHull, spansOf } from './hull.ts'
import {
  entropyOf,
  type FaceLight,
  lumaPlane,
  meanAndVariance,
  measureLight,
  overlapOf,
  percentileOf,
  shareWithin,
} from './luminance.ts'
import { estimateOcclusion, PATCH_POINTS } from './occlusion.ts'
import { type FaceFrame, readCheeks } from './patches.ts'
import type { RawValue } from './results.ts'
import { measureSharpness } from './sharpness.ts'

/** Linear luminance that counts as dark and as burnt out, both ends included: ISO/IEC 29794-5 as in OFIQ. */
const DARK = [0, 25] as const
const BURNT_OUT = [247, 255] as const
/** Brightest pixels left out of `PixelMeasures.highlight`: reflections on glasses, wet eyes. */
const HIGHLIGHT_SHARE = 0.98
/** Detail that scores 50. */
const MIDDLING_DETAIL = 0.02
/** Fewer pixels of a face than this tell nothing. */
const LEAST_PIXELS = 256

type Components = Partial<Record<ComponentName, RawValue>>

const lightComponents = ({ linear }: FaceLight): Components => {
  const { mean, variance } = meanAndVariance(linear)
  return {
    LuminanceMean: mean,
    LuminanceVariance: variance,
    UnderExposurePrevention: shareWithin(linear, ...DARK),
    OverExposurePrevention: shareWithin(linear, ...BURNT_OUT),
    DynamicRange: entropyOf(linear),
  }
}

const cheekComponents = (crop: CropInput, face: FaceFrame): Components => {
  const { right, left } = readCheeks(crop, face)
  if (!right || !left) return {}
  const [r, g, b] = right.rgb.map((value, channel) => (value + (left.rgb[channel] ?? 0)) / 2)
  return {
    IlluminationUniformity: overlapOf(right.luminance, left.luminance),
    NaturalColour: unnaturalColour([r ?? 0, g ?? 0, b ?? 0]),
  }
}

const faceFrameOf = (geometry: FaceGeometry, toCrop: (point: Point) => Point): FaceFrame => {
  const [rightEye, leftEye] = [toCrop(geometry.rightEye), toCrop(geometry.leftEye)]
  const interEye = distance(rightEye, leftEye)
  return {
    rightEye,
    leftEye,
    interEye,
    eyesToMouth: (geometry.eyesToMouth * interEye) / geometry.interEye,
    along: { x: (leftEye.x - rightEye.x) / interEye, y: (leftEye.y - rightEye.y) / interEye },
  }
}

/**
 * Everything told by the pixels inside the face's outline. `undefined` when the crop shows too few of them.
 * @throws RangeError when the crop's bytes do not fit its size.
 */
export const measurePixels = (
  crop: CropInput,
  geometry: FaceGeometry,
  landmarks: Landmarks,
  image: Size,
): { components: Components; measures: PixelMeasures } | undefined => {
  if (crop.data.length !== 4 * crop.width * crop.height) {
    throw new RangeError(
      `a crop of ${crop.width} × ${crop.height} has 4 bytes a pixel, not ${crop.data.length} in all`,
    )
  }
  const toCrop = toCropPoint(crop)
  const outline = geometry.outline.map(toCrop)
  const luma = lumaPlane(crop)
  const light = measureLight(crop, luma, spansOf(convexHull(outline), crop))
  if (light.linear.total < LEAST_PIXELS) return undefined

  const face = faceFrameOf(geometry, toCrop)
  const sharpness = measureSharpness(
    { width: crop.width, height: crop.height, values: luma },
    outline,
    face.interEye,
  )
  const patches = PATCH_POINTS.map((index) => {
    const { x, y } = landmarks[index] ?? { x: Number.NaN, y: Number.NaN }
    return toCrop({ x: x * image.width, y: y * image.height })
  })
  const [right, left] = geometry.eyeCorners
  const lids = measureLids(crop, [
    [toCrop(right[0]), toCrop(right[1])],
    [toCrop(left[0]), toCrop(left[1])],
  ])
  const covered = estimateOcclusion({ crop, face, patches, lips: geometry.lips.map(toCrop) })
  return {
    components: {
      ...lightComponents(light),
      ...cheekComponents(crop, face),
      Sharpness: {
        raw: sharpness.detail,
        scalar: Math.round((100 * sharpness.detail) / (sharpness.detail + MIDDLING_DETAIL)),
      },
      EyesVisible: covered.eyes,
      MouthOcclusionPrevention: covered.mouth,
      FaceOcclusionPrevention: covered.face,
    },
    measures: {
      highlight: percentileOf(light.linear, HIGHLIGHT_SHARE),
      tonalBits: entropyOf(light.encoded),
      greyShare: light.greyShare,
      lidShare: lids,
      laplacian: sharpness.laplacian,
      tenengrad: sharpness.tenengrad,
    },
  }
}
