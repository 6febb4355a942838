/** Of the print: rows of 17 greys, so that each has 16 differences between neighbours. */
const COLUMNS = 17
const BITS_A_BAND = 16

/** Of 256 bits, where a copy may differ from what it was made of. One band of 16 is then as it was. */
const MAX_BITS = 15
/** Mean difference of the greys (0–255) of a copy, as the root of its square. */
const MAX_GREY_DIFFERENCE = 0.6

/** dHash of the print: a bit for each pair of neighbours in a row, set where the left one is the brighter. A row a band. */
export const toBands = (print: Uint8Array): number[] => {
  const bands: number[] = []
  for (let start = 0; start + COLUMNS <= print.length; start += COLUMNS) {
    let band = 0
    for (let column = 0; column < BITS_A_BAND; column += 1) {
      const isFalling = (print[start + column] ?? 0) > (print[start + column + 1] ?? 0)
      band = (band << 1) | Number(isFalling)
    }
    bands.push(band)
  }
  return bands
}

const countBits = (value: number): number => value.toString(2).replaceAll('0', '').length

/**
 * Whether two prints are of one picture. A person who sits in the same chair is as near by the hash (0–8 bits) as a copy
 * (0–15), so that the greys decide: 0.9 and more from one moment to another, at most 0.5 in a copy of the same size.
 */
export const isSamePrint = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length || a.length === 0) return false
  const others = toBands(b)
  const bits = toBands(a).reduce((sum, band, index) => sum + countBits(band ^ (others[index] ?? 0)), 0)
  if (bits > MAX_BITS) return false
  const squares = a.reduce((sum, grey, index) => sum + (grey - (b[index] ?? 0)) ** 2, 0)
  return Math.sqrt(squares / a.length) <= MAX_GREY_DIFFERENCE
}
