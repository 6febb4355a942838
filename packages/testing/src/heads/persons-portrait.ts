import sharp from 'sharp'
import { roomBehind } from '../backdrop.ts'
import { PEOPLE, type PersonName } from '../people.ts'
import type { HeadPortrait } from './head-portrait.ts'
import { PEOPLES_FACES } from './peoples-faces.ts'
import { CAMERA } from './presentations.ts'
import type { Raster } from './raster.ts'

/** How soft the edge is before it is cut, in pixels: it rounds the corners of the outline. */
const ROUNDING = 3

/** One of the people of the tests, cut out of their picture. */
export const personsPortrait = async (name: PersonName): Promise<HeadPortrait> => {
  const { picture } = PEOPLE[name]
  const face = PEOPLES_FACES[name]
  if (!face) throw new Error(`${name} looks aside: no head can be made of that`)
  const { outline, places, pose } = face
  const xs = outline.map(({ x }) => x)
  const ys = outline.map(({ y }) => y)
  const [left, top] = [Math.min(...xs) - ROUNDING, Math.min(...ys) - ROUNDING]
  const [width, height] = [Math.max(...xs) + ROUNDING - left, Math.max(...ys) - top]
  const shape = outline.map(({ x, y }) => `${x - left},${y - top}`).join(' ')
  const mask = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><polygon points="${shape}" fill="#fff"/></svg>`,
    ),
  )
    .blur(ROUNDING)
    .png()
    .toBuffer()
  const data = await sharp(picture)
    .extract({ left, top, width, height })
    .ensureAlpha()
    .composite([{ input: mask, blend: 'dest-in' }])
    .raw()
    .toBuffer()
  return {
    picture: { data: new Uint8ClampedArray(data), width, height },
    places: places.map((place, index) => place - (index % 2 === 0 ? left : top)),
    pose,
  }
}

/** The room behind that person, as large as what the camera sees. */
export const personsRoom = async (name: PersonName): Promise<Raster> => {
  const { width, height } = CAMERA
  const data = await sharp(await roomBehind(name, { width, height }))
    .ensureAlpha()
    .raw()
    .toBuffer()
  return { data: new Uint8ClampedArray(data), width, height }
}
