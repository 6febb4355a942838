import type { ComponentResult } from './components.ts'

export interface Point {
  x: number
  y: number
}

/** In pixels. */
export interface Size {
  width: number
  height: number
}

/** In pixels of the picture; may stick out of it. */
export interface Rect extends Point, Size {}

/**
 * MediaPipe's face mesh, x and y as shares of the picture, not mirrored. Points 0–467 are read. The ten iris
 * points behind them never are: in a self-packed model they are zeros.
 */
export type Landmarks = readonly Point[]

export interface FaceInput {
  landmarks: Landmarks
  /** Facial transformation matrix, 4 × 4, column by column as MediaPipe gives it: x right, y up, z to the camera. */
  matrix: readonly number[] | Float32Array
  /** MediaPipe's blendshapes by name, 0–1, when the model has them. */
  blendshapes?: Readonly<Record<string, number>>
}

/** Pixels of the face. 256 × 256 is enough; `faceCropRect` says where to take them. */
export interface CropInput extends Size {
  /** RGBA, 4 × width × height bytes, sRGB; alpha is not read. */
  data: Uint8ClampedArray | Uint8Array
  /** What of the picture the crop shows. */
  rect: Rect
}

export interface FrameInput {
  /** Size of the picture that would be sent: sizes in pixels are judged by it, not by a reduced copy. */
  image: Size
  /** All faces seen, in any order; ask the landmarker for two. */
  faces: readonly FaceInput[]
  /** Around the largest face. Without it nothing is known about light, colour and sharpness. */
  crop?: CropInput
  /** Landmarks of the same face in the frame before, to see whether it keeps still. */
  previous?: Landmarks
}

/** What the standard has no component for. */
export interface GeometryMeasures {
  /** From the middle of the picture to the middle of the face, as shares of the picture; + is right and down. */
  offCentre: Point
  /** Share of the face's outline that lies outside the picture. */
  outside: number
  /** Shorter side of the picture, pixels. */
  shortSide: number
  /** Root mean square movement of the landmarks since the frame before, in % of the inter-eye distance. */
  motion: number | undefined
}

/** Over the face's pixels. */
export interface PixelMeasures {
  /** Linear luminance (0–255) that 98 % of the pixels do not exceed. */
  highlight: number
  /** Entropy of encoded luma, bits. DynamicRange is the same of linear luminance. */
  tonalBits: number
  /** Share of the pixels without colour, 0–1. */
  greyShare: number
  /** Share of where the eyes should show that looks like skin, 0–1; unknown without colour. */
  lidShare: number | undefined
  /** Variance of the Laplacian of luma at a fixed inter-eye distance, and mean squared Sobel gradient. */
  laplacian: number
  tenengrad: number
}

export interface FrameQuality {
  /** Faces seen whose landmarks and matrix are usable. */
  faceCount: number
  /** In the order of `COMPONENTS`; those that could not be computed are absent. */
  components: readonly ComponentResult[]
  /** Absent without a face. */
  geometry?: GeometryMeasures
  /** Absent without a face or without its pixels. */
  pixels?: PixelMeasures
}
