import sharp from 'sharp'
import { expect, it } from 'vitest'
import { makeFilmstrip } from './filmstrip.ts'
import { joinRows } from './frame-rows.ts'

const frame = (background: string, width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()

const colourAt = async (strip: Uint8Array, left: number, top: number) => {
  const pixel = await sharp(strip).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return [...pixel].map((value) => Math.round(value / 32) * 32)
}

it('puts the frames beside one another, a row each turn, at a size that is seen', async () => {
  const [red, green, blue] = await Promise.all([frame('#f00'), frame('#0f0'), frame('#00f')])
  const strip = await makeFilmstrip(joinRows([[red, green], [blue]]))
  if (!strip) throw new Error('no strip')
  expect(await sharp(strip).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 })
  expect(await colourAt(strip, 160, 120)).toEqual([256, 0, 0])
  expect(await colourAt(strip, 480, 120)).toEqual([0, 256, 0])
  expect(await colourAt(strip, 160, 360)).toEqual([0, 0, 256])
  expect(await colourAt(strip, 480, 360)).toEqual([32, 32, 32])
})

it('leaves the place of a frame empty that cannot be read, and is none of nothing else', async () => {
  const red = await frame('#f00', 480, 640)
  const strip = await makeFilmstrip(joinRows([[new Uint8Array([1, 2, 3]), red]]))
  if (!strip) throw new Error('no strip')
  expect(await sharp(strip).metadata()).toMatchObject({ width: 360, height: 240 })
  expect(await colourAt(strip, 90, 120)).toEqual([32, 32, 32])
  expect(await colourAt(strip, 270, 120)).toEqual([256, 0, 0])
  expect(await makeFilmstrip(joinRows([[new Uint8Array([1, 2, 3])], []]))).toBeNull()
})
