/** A picture in memory, rows from the top; `data` holds red, green, blue and opacity of each pixel. */
export interface Raster {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Triangles in front of the camera. Centimetres: x to the right of the picture, y down, z away from the camera at 0. */
export interface Surface {
  /** x, y and z of each point. */
  points: Float32Array
  /** Where each point is in the texture, in pixels: x and y. */
  places: Float32Array
  /** Three points each. Small ones: within a triangle perspective is not seen. */
  triangles: Uint32Array
  /** What is less than half opaque is not there. */
  texture: Raster
  /** What shows of the texture at a place, when it is not the texture alone: changes red, green and blue. */
  shade?(colour: Float32Array, x: number, y: number): void
}

export interface View {
  width: number
  height: number
  /** Focal length in pixels. */
  focal: number
  /** Samples to each side of a pixel. */
  samples: number
}
