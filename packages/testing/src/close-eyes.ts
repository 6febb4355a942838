import sharp from 'sharp'
import type { Eye } from './eye.ts'

/** How far the skin of a lid reaches beyond the opening, so that nothing of the open eye is left. */
const OVERLAP = 7
/** How soft the lid's edge is: a sharp one reads as the edge of an open lid. */
const LID_BLUR = 5
const LASH_BLUR = 0.8
/** Closed lids meet below the line between the corners. */
const LASH_DROP = 6

/** A quadratic curve reaches half-way to its control point. */
const bow = ([a, b]: Eye['corners'], y: number): string => `${(a.x + b.x) / 2} ${2 * y - (a.y + b.y) / 2}`

const lid = ({ corners, top, bottom, skin }: Eye): string => {
  const [a, b] = corners
  const [left, right] = [`${a.x - OVERLAP} ${a.y}`, `${b.x + OVERLAP} ${b.y}`]
  return `<path d="M${left}Q${bow(corners, top - OVERLAP)} ${right}Q${bow(corners, bottom + OVERLAP)} ${left}z" fill="${skin}"/>`
}

const lashes = ({ corners, bottom }: Eye): string => {
  const [a, b] = corners
  return `<path d="M${a.x} ${a.y + LASH_DROP}Q${bow(corners, bottom - 2)} ${b.x} ${b.y + LASH_DROP}" fill="none" stroke="#2a1d18" stroke-width="4"/>`
}

const draw = (shapes: string, size: { width: number; height: number }, blur: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${shapes}</svg>`,
    ),
  )
    .blur(blur)
    .png()
    .toBuffer()

/** Paints lids and lashes over open eyes. PNG. */
export const closeEyes = async (picture: string, eyes: readonly Eye[]): Promise<Buffer> => {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const layers = [
    await draw(eyes.map(lid).join(''), { width, height }, LID_BLUR),
    await draw(eyes.map(lashes).join(''), { width, height }, LASH_BLUR),
  ]
  return sharp(picture)
    .composite(layers.map((input) => ({ input })))
    .png()
    .toBuffer()
}
