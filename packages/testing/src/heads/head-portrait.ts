import type { HeadPose } from './fit-face.ts'
import type { Raster } from './raster.ts'

/** A person in a picture, and where the 468 points of the face mesh are in it. */
export interface HeadPortrait {
  /** Opaque where the person is: head and shoulders. */
  picture: Raster
  /** x and y of each point, in pixels. */
  places: ArrayLike<number>
  /** Of the head in the picture. */
  pose: HeadPose
}
