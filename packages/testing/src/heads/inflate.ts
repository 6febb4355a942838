/** Passes over the grid; after so many nothing moves any more at the sizes here. */
const PASSES = 300
const OVER_RELAXATION = 1.9

export interface Grid {
  columns: number
  rows: number
}

/**
 * Blows up what has an outline, as a cushion: heights above the outline's plane whose squares answer Poisson's equation,
 * so that an ellipse becomes an ellipsoid and every edge is round. `fixed` cells keep their height (not a number: free);
 * cells that are not `inside` are the outline, at 0. The last row goes on below.
 */
export const inflate = (
  { columns, rows }: Grid,
  inside: Uint8Array,
  fixed: Float32Array,
  pressure: number,
): Float32Array => {
  const squares = Float32Array.from(fixed, (height) => (Number.isNaN(height) ? 0 : height * height))
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const at = row * columns + column
        if (inside[at] === 0 || !Number.isNaN(fixed[at])) continue
        const left = column > 0 ? (squares[at - 1] ?? 0) : 0
        const right = column < columns - 1 ? (squares[at + 1] ?? 0) : 0
        const above = row > 0 ? (squares[at - columns] ?? 0) : 0
        const below = row < rows - 1 ? (squares[at + columns] ?? 0) : above
        const old = squares[at] ?? 0
        squares[at] = old + OVER_RELAXATION * ((left + right + above + below + pressure) / 4 - old)
      }
    }
  }
  return squares.map((square) => Math.sqrt(Math.max(0, square)))
}
