import { expect, it } from 'vitest'
import { transformSquare } from './fourier.ts'

it('is the sum that defines it', () => {
  const side = 8
  const values = Float64Array.from({ length: side * side }, (_, at) => ((at * 7919) % 31) / 31)
  const square = { re: values.slice(), im: new Float64Array(side * side) }
  transformSquare(square, side)
  for (let v = 0; v < side; v += 1) {
    for (let u = 0; u < side; u += 1) {
      let [re, im] = [0, 0]
      values.forEach((value, at) => {
        const angle = (-2 * Math.PI * (u * (at % side) + v * Math.floor(at / side))) / side
        re += value * Math.cos(angle)
        im += value * Math.sin(angle)
      })
      expect(square.re[v * side + u]).toBeCloseTo(re, 9)
      expect(square.im[v * side + u]).toBeCloseTo(im, 9)
    }
  }
})
