import type { HeadPose } from './fit-face.ts'
import type { Raster, Surface } from './raster.ts'
import type { Placing } from './turn-head.ts'

/** Points along each side. */
const POINTS = 60

export interface Sheet {
  picture: Raster
  /** In centimetres; its height follows from the picture. */
  width: number
  /** Of the upright cylinder it is bent around, middle towards the camera, in centimetres. Default: it is flat. */
  radius?: number
  shade?: Surface['shade']
}

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180

/** A sheet, turned about its middle as a head would be. */
export const holdSheet = (sheet: Sheet, { yaw, pitch }: HeadPose, { distance, x, y }: Placing): Surface => {
  const { picture, width, radius, shade } = sheet
  const [cosYaw, sinYaw] = [Math.cos(toRadians(yaw)), Math.sin(toRadians(yaw))]
  const [cosPitch, sinPitch] = [Math.cos(toRadians(pitch)), Math.sin(toRadians(pitch))]
  const points: number[] = []
  const places: number[] = []
  const triangles: number[] = []
  for (let row = 0; row < POINTS; row += 1) {
    for (let column = 0; column < POINTS; column += 1) {
      const [across, down] = [column / (POINTS - 1), row / (POINTS - 1)]
      const along = (across - 0.5) * width
      const flatX = radius === undefined ? along : radius * Math.sin(along / radius)
      const flatZ = radius === undefined ? 0 : radius * (1 - Math.cos(along / radius))
      const flatY = ((down - 0.5) * width * picture.height) / picture.width
      const nodY = flatY * cosPitch + flatZ * sinPitch
      const nodZ = flatZ * cosPitch - flatY * sinPitch
      points.push(flatX * cosYaw - nodZ * sinYaw + x, nodY + y, flatX * sinYaw + nodZ * cosYaw + distance)
      places.push(across * (picture.width - 1), down * (picture.height - 1))
      if (row + 1 === POINTS || column + 1 === POINTS) continue
      const at = row * POINTS + column
      triangles.push(at, at + 1, at + POINTS, at + 1, at + POINTS + 1, at + POINTS)
    }
  }
  return {
    points: Float32Array.from(points),
    places: Float32Array.from(places),
    triangles: Uint32Array.from(triangles),
    texture: picture,
    ...(shade && { shade }),
  }
}
