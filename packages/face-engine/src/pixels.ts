export interface Size {
  width: number
  height: number
}

/** A decoded picture, upright: 8-bit RGB, rows from the top, no padding between them. */
export interface Pixels extends Size {
  data: Uint8Array
}

/** In pixels of the picture it belongs to; may reach over its edges. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

export const centreOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

/** The part of `box` inside a picture of that size, on whole pixels; empty (0 wide) when there is none. */
export const clipBox = (box: Box, { width, height }: Size): Box => {
  const x = Math.floor(Math.max(box.x, 0))
  const y = Math.floor(Math.max(box.y, 0))
  return {
    x,
    y,
    width: Math.max(0, Math.floor(Math.min(box.x + box.width, width) - x)),
    height: Math.max(0, Math.floor(Math.min(box.y + box.height, height) - y)),
  }
}

/** Intersection over union, 0…1. */
export const overlapOf = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (a.width * a.height + b.width * b.height - shared)
}
