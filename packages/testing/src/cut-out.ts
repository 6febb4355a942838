import sharp from 'sharp'
import { closeEyes } from './close-eyes.ts'
import type { Point } from './eye.ts'
import { PEOPLE, type PersonName } from './people.ts'

/** How soft the edge of a cut-out is, in pixels: hair blends into what is behind it. */
const FEATHER = 12

export interface CutOut {
  /** PNG with transparency. */
  image: Buffer
  headCentre: Point
  headHeight: number
}

/** Where `point` is after a picture of `from` size was turned about its middle and grew to `to` size. */
const turned = (
  point: Point,
  degrees: number,
  from: { width: number; height: number },
  to: { width: number; height: number },
): Point => {
  const angle = (degrees * Math.PI) / 180
  const x = point.x - from.width / 2
  const y = point.y - from.height / 2
  return {
    x: to.width / 2 + x * Math.cos(angle) - y * Math.sin(angle),
    y: to.height / 2 + x * Math.sin(angle) + y * Math.cos(angle),
  }
}

const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 }

/** Turns a cut-out clockwise and scales it; the head stays upright at 0 degrees. */
export const pose = async (
  { image, headCentre, headHeight }: CutOut,
  { degrees, scale }: { degrees: number; scale: number },
): Promise<CutOut & { width: number; height: number }> => {
  const { width = 0, height = 0 } = await sharp(image).metadata()
  const scaled = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const { data, info } = await sharp(image)
    .resize({ ...scaled, fit: 'fill' })
    .rotate(degrees, { background: TRANSPARENT })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const centre = { x: headCentre.x * scale, y: headCentre.y * scale }
  return {
    image: data,
    width: info.width,
    height: info.height,
    headCentre: turned(centre, degrees, scaled, info),
    headHeight: headHeight * scale,
  }
}

/** The person alone: head upright, shoulders, soft edges. */
export const cutOut = async (name: PersonName, eyes?: 'closed'): Promise<CutOut> => {
  const { picture: open, eyes: openEyes, outline, headCentre, headHeight, tilt } = PEOPLE[name]
  const picture = eyes === 'closed' && openEyes ? await closeEyes(open, openEyes) : open
  const xs = outline.map(({ x }) => x)
  const ys = outline.map(({ y }) => y)
  const left = Math.max(0, Math.min(...xs) - 3 * FEATHER)
  const top = Math.max(0, Math.min(...ys) - 3 * FEATHER)
  const width = Math.max(...xs) + 3 * FEATHER - left
  const height = Math.max(...ys) - top
  const shape = outline.map(({ x, y }) => `${x - left},${y - top}`).join(' ')
  const mask = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><polygon points="${shape}" fill="#fff"/></svg>`,
    ),
  )
    .blur(FEATHER)
    .png()
    .toBuffer()
  const image = await sharp(picture)
    .extract({ left, top, width, height })
    .ensureAlpha()
    .composite([{ input: mask, blend: 'dest-in' }])
    .png()
    .toBuffer()
  const flat = { image, headCentre: { x: headCentre.x - left, y: headCentre.y - top }, headHeight }
  return pose(flat, { degrees: -tilt, scale: 1 })
}
