export type Vector3 = readonly [number, number, number]
export type Matrix = readonly (readonly number[])[]

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

const scaled = (vector: readonly number[], by: number): number[] => vector.map((value) => value * by)

const added = (a: readonly number[], b: readonly number[], timesB: number): number[] =>
  a.map((value, index) => value + timesB * (b[index] ?? 0))

/** Solves `matrix` · x = `right` by elimination, largest pivot first. NaN or infinite where there is no one answer. */
export const solve = (matrix: Matrix, right: readonly number[]): number[] => {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    const rest = rows.splice(column).toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))
    const pivot = scaled(rest[0] ?? [], 1 / (rest[0]?.[column] ?? Number.NaN))
    const cleared = (row: readonly number[]) => added(row, pivot, -(row[column] ?? 0))
    for (const [index, row] of rows.entries()) rows[index] = cleared(row)
    rows.push(pivot, ...rest.slice(1).map(cleared))
  }
  return rows.map((row) => row[size] ?? Number.NaN)
}

/** x for which Σ weight · (row · x − value)² is least. */
export const leastSquares = (
  rows: Matrix,
  values: readonly number[],
  weights?: readonly number[],
): number[] => {
  const size = rows[0]?.length ?? 0
  const normal = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const right = new Array<number>(size).fill(0)
  for (const [index, row] of rows.entries()) {
    const weight = weights?.[index] ?? 1
    for (const [i, own] of row.entries()) {
      const line = normal[i] ?? []
      for (const [j, other] of row.entries()) line[j] = (line[j] ?? 0) + weight * own * other
      right[i] = (right[i] ?? 0) + weight * own * (values[index] ?? 0)
    }
  }
  return solve(normal, right)
}

const MAX_SWEEPS = 50
const SMALL = 1e-24

/** Eigenvector of the largest eigenvalue of a symmetric matrix: Jacobi's method, a turn for each pair of axes. */
export const largestEigenvector = (matrix: Matrix): number[] => {
  const size = matrix.length
  const a = matrix.map((row) => [...row])
  // Rows of `axes` are turned along with the matrix: what stands on its diagonal in the end belongs to them.
  const axes = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)) as number[])
  const at = (i: number, j: number): number => a[i]?.[j] ?? 0
  const turn = (rows: number[][], p: number, q: number, cos: number, sin: number): void => {
    const [first, second] = [rows[p] ?? [], rows[q] ?? []]
    rows[p] = added(scaled(first, cos), second, -sin)
    rows[q] = added(scaled(second, cos), first, sin)
  }
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let [outside, whole] = [0, 0]
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        whole += at(i, j) ** 2
        if (i !== j) outside += at(i, j) ** 2
      }
    }
    if (!(outside > SMALL * whole)) break
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const angle = Math.atan2(2 * at(p, q), at(q, q) - at(p, p)) / 2
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
        turn(a, p, q, cos, sin)
        for (const row of a) {
          const [left, right] = [row[p] ?? 0, row[q] ?? 0]
          row[p] = cos * left - sin * right
          row[q] = cos * right + sin * left
        }
        turn(axes, p, q, cos, sin)
      }
    }
  }
  const best = a.reduce((index, row, i) => ((row[i] ?? 0) > at(index, index) ? i : index), 0)
  return axes[best] ?? []
}
