import { describe, expect, it } from 'vitest'
import { isSamePrint, toBands } from './picture-print-rules.ts'

const picture = (change: (grey: number, index: number) => number = (grey) => grey) =>
  Uint8Array.from({ length: 17 * 16 }, (_, index) => change(40 + ((index * 37) % 150), index))

describe('a print', () => {
  it('has a band a row, a bit where the left neighbour is the brighter', () => {
    const rising = Uint8Array.from({ length: 17 * 16 }, (_, index) => index % 17)
    expect(toBands(rising)).toEqual(Array.from({ length: 16 }, () => 0))
    expect(toBands(rising.map((grey) => 20 - grey))).toEqual(Array.from({ length: 16 }, () => 0xffff))
  })
  it.each([
    ['the same', picture(), true],
    [
      'encoded again: a grey off here and there',
      picture((grey, index) => grey + Number(index % 5 === 0)),
      true,
    ],
    ['the next moment: the light is a little different', picture((grey) => grey + 1), false],
    ['another', picture((_, index) => 40 + ((index * 53) % 150)), false],
    ['of another size', new Uint8Array(0), false],
  ])('%s', (_, other, isSame) => {
    expect(isSamePrint(picture(), other)).toBe(isSame)
  })
})
