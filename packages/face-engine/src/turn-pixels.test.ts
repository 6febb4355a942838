import sharp from 'sharp'
import { expect, it } from 'vitest'
import { turnPixels } from './turn-pixels.ts'

it.each([1, 2, 3] as const)('turns by %i quarters as sharp does', async (quarters) => {
  const data = Uint8Array.from({ length: 7 * 4 * 3 }, (_, index) => (index * 37) % 256)
  const theirs = await sharp(data, { raw: { width: 7, height: 4, channels: 3 } })
    .rotate(90 * quarters)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const ours = turnPixels({ data, width: 7, height: 4 }, quarters)
  expect([ours.width, ours.height]).toEqual([theirs.info.width, theirs.info.height])
  expect(Buffer.from(ours.data)).toEqual(theirs.data)
})
