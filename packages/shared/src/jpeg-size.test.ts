import { expect, it } from 'vitest'
import { readJpegSize } from './jpeg-size.ts'

const HEAD = [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x00, 0x00]
const FRAME = [0xff, 0xc0, 0x00, 0x0b, 0x08, 0x01, 0xe0, 0x02, 0x80, 0x01, 0x00]

it('reads width and height behind other segments', () => {
  expect(readJpegSize(new Uint8Array([...HEAD, ...FRAME]))).toEqual({ width: 640, height: 480 })
})

it.each([
  ['no JPEG', [0x89, 0x50, 0x4e, 0x47, ...FRAME]],
  ['one without a frame', HEAD],
  ['one cut in the frame', [...HEAD, ...FRAME.slice(0, 8)]],
  ['one with a stray byte', [...HEAD, 0, ...FRAME]],
])('finds none in %s', (_, bytes) => {
  expect(readJpegSize(new Uint8Array(bytes))).toBeUndefined()
})
