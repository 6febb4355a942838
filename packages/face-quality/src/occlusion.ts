import type { CropInput, Point } from './frame-types.ts'
import { type Histogram, shareWithin } from './luminance.ts'
import { type FaceFrame, type Patch, readPatch } from './patches.ts'
import { LEAST_REDNESS, rednessOf } from './redness.ts'

/** Mesh points of the patches: brows' middle, bridge and tip of the nose, cheeks from top to jaw, chin. */
export const PATCH_POINTS = [9, 6, 118, 347, 50, 280, 205, 425, 214, 434, 1, 200] as const
/** The first of them lie where masks and scarves seldom reach: they tell what skin looks like in this light. */
const REFERENCE_PATCHES = 4
/** Side of a patch in inter-eye distances. */
const PATCH_SIDE = 0.12

/**
 * Skin keeps more of its redness than this across a face. On 16 portraits the least of 192 patches kept 0.52;
 * painted black, white and blue masks kept 0 or less. Blush and lips go the other way and are never in doubt.
 */
const LEAST_REDNESS_KEPT = 0.45

/** Room for the eye and its lids, in inter-eye distances. */
const EYE_BOX = { width: 0.5, height: 0.24 }
/** Against the skin: lashes, pupils and lenses are darker than the first, the white of an eye lighter than the second. */
const DARK_EYE = 0.35
const LIGHT_EYE = 0.6
/** An eye shows at least this much of what is light. */
const LEAST_LIGHT = 0.05

export interface OcclusionInput {
  crop: CropInput
  face: FaceFrame
  /** Centres of `PATCH_POINTS` and points of the lips' outline, in pixels of the crop. */
  patches: readonly Point[]
  lips: readonly Point[]
}

/** Shares 0–1 that look covered; `undefined` for what cannot be told. */
export interface OcclusionShares {
  eyes: number | undefined
  mouth: number | undefined
  face: number | undefined
}

const meanOf = ({ counts, total }: Histogram): number =>
  counts.reduce((sum, n, value) => sum + n * value, 0) / total

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2
}

const readAround = (
  crop: CropInput,
  { along }: FaceFrame,
  { x, y }: Point,
  { width, height }: { width: number; height: number },
): Patch | undefined =>
  readPatch(crop, {
    corner: {
      x: x - (width * along.x - height * along.y) / 2,
      y: y - (width * along.y + height * along.x) / 2,
    },
    along,
    width,
    height,
  })

/** `skin`: linear luminance of skin near the eyes. */
const darkShareOfEye = (eye: Patch, skin: number): number => {
  const dark = shareWithin(eye.luminance, 0, Math.floor(DARK_EYE * skin))
  const light = shareWithin(eye.luminance, Math.ceil(LIGHT_EYE * skin), 255)
  // Two votes: dark all over, and nothing light in it. Deep-set or made-up eyes give one of them at most.
  return light < LEAST_LIGHT ? dark : dark / 2
}

/**
 * Second votes, not verdicts: no segmentation model looks at the face here. They go by what coverings usually
 * change, the redness of skin and the darkness of the eyes, and are blind to a covering as red as skin.
 */
export const estimateOcclusion = ({ crop, face, patches, lips }: OcclusionInput): OcclusionShares => {
  const side = PATCH_SIDE * face.interEye
  const read = (centres: readonly Point[]) =>
    centres.map((centre) => readAround(crop, face, centre, { width: side, height: side }))
  const seen = read(patches)
  const reference = seen.slice(0, REFERENCE_PATCHES).filter((patch) => patch !== undefined)
  if (reference.length === 0) return { eyes: undefined, mouth: undefined, face: undefined }

  const redness = median(reference.map(({ rgb }) => rednessOf(...rgb)))
  const coveredShare = (list: readonly (Patch | undefined)[]) => {
    const known = list.filter((patch) => patch !== undefined)
    if (redness < LEAST_REDNESS || known.length === 0) return undefined
    return known.filter(({ rgb }) => rednessOf(...rgb) < LEAST_REDNESS_KEPT * redness).length / known.length
  }

  // Not the brightest: that may be a highlight. Not the median: lenses may cover the lower two.
  const [brightest = 0, skin = brightest] = reference
    .map(({ luminance }) => meanOf(luminance))
    .sort((a, b) => b - a)
  const box = { width: EYE_BOX.width * face.interEye, height: EYE_BOX.height * face.interEye }
  const eyes = [face.rightEye, face.leftEye]
    .map((eye) => readAround(crop, face, eye, box))
    .filter((eye) => eye !== undefined)
    .map((eye) => darkShareOfEye(eye, skin))
  return {
    eyes: eyes.length > 0 ? eyes.reduce((sum, share) => sum + share, 0) / eyes.length : undefined,
    mouth: coveredShare(read(lips)),
    face: coveredShare(seen),
  }
}
