/** Real and imaginary parts. */
export interface Complex {
  re: Float64Array
  im: Float64Array
}

/** The discrete Fourier transform of `count` numbers that stand `step` apart, in place; `count` a power of two. */
const transformLine = ({ re, im }: Complex, from: number, step: number, count: number): void => {
  const swap = (numbers: Float64Array, a: number, b: number): void => {
    const kept = numbers[a] ?? 0
    numbers[a] = numbers[b] ?? 0
    numbers[b] = kept
  }
  // Numbers go where their place is read with its bits in reverse.
  for (let place = 0, mirrored = 0; place < count; place += 1) {
    if (place < mirrored) {
      swap(re, from + place * step, from + mirrored * step)
      swap(im, from + place * step, from + mirrored * step)
    }
    let bit = count >> 1
    while (bit > 0 && mirrored & bit) {
      mirrored ^= bit
      bit >>= 1
    }
    mirrored |= bit
  }
  for (let half = 1; half < count; half *= 2) {
    for (let index = 0; index < half; index += 1) {
      const angle = (-Math.PI * index) / half
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      for (let place = index; place < count; place += 2 * half) {
        const [a, b] = [from + place * step, from + (place + half) * step]
        const [aRe, aIm, bRe, bIm] = [re[a] ?? 0, im[a] ?? 0, re[b] ?? 0, im[b] ?? 0]
        const [turnedRe, turnedIm] = [bRe * cos - bIm * sin, bRe * sin + bIm * cos]
        re[a] = aRe + turnedRe
        im[a] = aIm + turnedIm
        re[b] = aRe - turnedRe
        im[b] = aIm - turnedIm
      }
    }
  }
}

/** The discrete Fourier transform of a square of numbers, rows from the top, in place; `side` a power of two. */
export const transformSquare = (square: Complex, side: number): void => {
  for (let row = 0; row < side; row += 1) transformLine(square, row * side, 1, side)
  for (let column = 0; column < side; column += 1) transformLine(square, column, side, side)
}
