import { FACE_TRIANGLES } from './face-triangles.ts'
import { type FittedFace, fitFace } from './fit-face.ts'
import type { HeadPortrait } from './head-portrait.ts'
import { type Grid, inflate } from './inflate.ts'
import type { Surface } from './raster.ts'

/** Centimetres between the points of the grid. */
const STEP_CM = 0.25
/** How far behind the middle of the head its outline lies, and the back of the head behind that. */
const OUTLINE_CM = 4
const BACK_CM = 9.5
const OPAQUE = 128
const CHIN = 152

export interface HeadSurface extends Surface {
  /** Centimetres, as the camera of the portrait has it from far away; 0 is the middle of the head. */
  points: Float32Array
  /** Of the chin. */
  chinCm: number
  /** So many of `triangles` are the front. */
  frontTriangles: number
  portrait: HeadPortrait
}

/** Height of the face above the plane of the outline at each point of the grid; not a number where there is no face. */
const layFace = (
  { columns, rows }: Grid,
  places: ArrayLike<number>,
  depths: Float32Array,
  toCell: (x: number, y: number) => { column: number; row: number },
): Float32Array => {
  const heights = new Float32Array(columns * rows).fill(Number.NaN)
  for (let first = 0; first < FACE_TRIANGLES.length; first += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => {
      const point = FACE_TRIANGLES[first + corner] ?? 0
      const cell = toCell(places[2 * point] ?? 0, places[2 * point + 1] ?? 0)
      return { ...cell, height: OUTLINE_CM - (depths[point] ?? 0) }
    }) as [Corner, Corner, Corner]
    const area = (b.column - a.column) * (c.row - a.row) - (c.column - a.column) * (b.row - a.row)
    if (area === 0) continue
    const [left, right] = [Math.min(a.column, b.column, c.column), Math.max(a.column, b.column, c.column)]
    const [top, bottom] = [Math.min(a.row, b.row, c.row), Math.max(a.row, b.row, c.row)]
    for (let row = Math.max(0, Math.ceil(top)); row <= Math.min(rows - 1, bottom); row += 1) {
      for (let column = Math.max(0, Math.ceil(left)); column <= Math.min(columns - 1, right); column += 1) {
        const ofB = ((column - a.column) * (c.row - a.row) - (c.column - a.column) * (row - a.row)) / area
        const ofC = ((b.column - a.column) * (row - a.row) - (column - a.column) * (b.row - a.row)) / area
        if (ofB < 0 || ofC < 0 || ofB + ofC > 1) continue
        const height = (1 - ofB - ofC) * a.height + ofB * b.height + ofC * c.height
        const at = row * columns + column
        // Of a fold, what the camera sees.
        heights[at] = Math.max(height, Number.isNaN(heights[at]) ? 0 : (heights[at] ?? 0))
      }
    }
  }
  return heights
}

interface Corner {
  column: number
  row: number
  height: number
}

/** Two triangles for each square of the grid that has a point inside. */
const joinGrid = ({ columns, rows }: Grid, inside: Uint8Array, offset: number): number[] => {
  const triangles: number[] = []
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      const at = row * columns + column
      const [b, c, d] = [at + 1, at + columns, at + columns + 1]
      if (!(inside[at] || inside[b] || inside[c] || inside[d])) continue
      triangles.push(offset + at, offset + b, offset + c, offset + b, offset + d, offset + c)
    }
  }
  return triangles
}

/**
 * A head made of a portrait: the face has the canonical face's depth, hair, ears and neck run smoothly from it to the
 * outline, and a round back closes it, which shows the front's colours at its rim.
 */
export const createHeadSurface = (portrait: HeadPortrait): HeadSurface => {
  const { picture, places, pose } = portrait
  const { pixelsPerCm, centre, depths }: FittedFace = fitFace(places, pose)
  const step = STEP_CM * pixelsPerCm
  const grid = { columns: Math.ceil(picture.width / step), rows: Math.ceil(picture.height / step) }
  const inside = new Uint8Array(grid.columns * grid.rows)
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const pixel = Math.round(row * step) * picture.width + Math.round(column * step)
      inside[row * grid.columns + column] = (picture.data[4 * pixel + 3] ?? 0) >= OPAQUE ? 1 : 0
    }
  }
  const face = layFace(grid, places, depths, (x, y) => ({ column: x / step, row: y / step }))
  const front = inflate(grid, inside, face, 0)
  const free = new Float32Array(inside.length).fill(Number.NaN)
  const back = inflate(grid, inside, free, 1)
  const chin = (places[2 * CHIN + 1] ?? 0) / step
  // Only of the head: shoulders are wider, and would be thicker.
  const deepest = back.subarray(0, Math.round(chin) * grid.columns).reduce((a, b) => Math.max(a, b), 0)
  const points: number[] = []
  const own: number[] = []
  for (const side of [front, back]) {
    for (let at = 0; at < inside.length; at += 1) {
      const x = (at % grid.columns) * step
      const y = Math.floor(at / grid.columns) * step
      const height = side[at] ?? 0
      const depth =
        side === front ? OUTLINE_CM - height : OUTLINE_CM + Math.min(BACK_CM, (height * BACK_CM) / deepest)
      points.push((x - centre.x) / pixelsPerCm, (y - centre.y) / pixelsPerCm, depth)
      own.push(x, y)
    }
  }
  const frontTriangles = joinGrid(grid, inside, 0)
  const backTriangles = joinGrid(grid, inside, grid.columns * grid.rows)
  return {
    points: Float32Array.from(points),
    places: Float32Array.from(own),
    triangles: Uint32Array.from(frontTriangles.concat(backTriangles)),
    frontTriangles: frontTriangles.length,
    texture: picture,
    chinCm: (chin * step - centre.y) / pixelsPerCm,
    portrait,
  }
}
