import type { CropInput, Point } from './frame-types.ts'
import { distance } from './geometry.ts'
import { lumaOf } from './luminance.ts'
import { readPatch, type Slanted, visitPixels } from './patches.ts'
import { LEAST_REDNESS, rednessOf } from './redness.ts'

/** Corners of one eye, in pixels of the crop. */
export type EyeCorners = readonly [Point, Point]

/** Where an open eye shows, in lengths of the eye from its right corner; lashes and the corners' shadow left out. */
const OPENING = { from: 0.15, to: 0.85, above: 0.24, below: 0.2 }
/** Skin under the eye, below its lashes. */
const UNDER = { from: 0.2, to: 0.85, above: -0.45, below: 0.7 }
/** A lid keeps this much of the brightness and of the redness that the skin under the eye has; whites and irises do not. */
const LEAST_KEPT = 0.6

const boxOf = ([right, left]: EyeCorners, { from, to, above, below }: typeof OPENING): Slanted => {
  const length = distance(right, left)
  const along = { x: (left.x - right.x) / length, y: (left.y - right.y) / length }
  return {
    corner: {
      x: right.x + length * (from * along.x + above * along.y),
      y: right.y + length * (from * along.y - above * along.x),
    },
    along,
    width: length * (to - from),
    height: length * (above + below),
  }
}

const lidShareOf = (crop: CropInput, eye: EyeCorners): number | undefined => {
  const skin = readPatch(crop, boxOf(eye, UNDER))
  if (!skin) return undefined
  const [luma, redness] = [lumaOf(...skin.rgb), rednessOf(...skin.rgb)]
  if (redness < LEAST_REDNESS) return undefined
  const seen = { lid: 0, count: 0 }
  visitPixels(crop, boxOf(eye, OPENING), (r, g, b) => {
    const isLid = lumaOf(r, g, b) > LEAST_KEPT * luma && rednessOf(r, g, b) > LEAST_KEPT * redness
    if (isLid) seen.lid += 1
    seen.count += 1
  })
  return seen.count === 0 ? undefined : seen.lid / seen.count
}

/**
 * Share of what should show both eyes that looks like the skin under them, 0–1: a second vote on closed eyes, because
 * the landmarks follow lids badly. `undefined` in a picture without colour.
 */
export const measureLids = (crop: CropInput, eyes: readonly [EyeCorners, EyeCorners]): number | undefined => {
  const [right, left] = [lidShareOf(crop, eyes[0]), lidShareOf(crop, eyes[1])]
  return right === undefined || left === undefined ? undefined : (right + left) / 2
}
