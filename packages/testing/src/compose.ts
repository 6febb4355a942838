import sharp from 'sharp'
import type { FrameSize } from './backdrop.ts'
import { type CutOut, pose } from './cut-out.ts'

/** A person in a frame: where the middle of the head is, how tall the head is, how far it leans (degrees). */
export interface Placement {
  person: CutOut
  x: number
  y: number
  headHeight: number
  degrees: number
}

/** Pixels of the backdrop with the people on it; what sticks out of the frame is cut off. */
export const compose = async (backdrop: Buffer, size: FrameSize, people: readonly Placement[]) => {
  const layers = await Promise.all(
    people.map(async ({ person, x, y, headHeight, degrees }) => {
      const posed = await pose(person, { degrees, scale: headHeight / person.headHeight })
      const left = Math.round(x - posed.headCentre.x)
      const top = Math.round(y - posed.headCentre.y)
      const skip = { left: Math.max(0, -left), top: Math.max(0, -top) }
      const visible = {
        ...skip,
        width: Math.min(left + posed.width, size.width) - left - skip.left,
        height: Math.min(top + posed.height, size.height) - top - skip.top,
      }
      const input = await sharp(posed.image).extract(visible).png({ compressionLevel: 1 }).toBuffer()
      return { input, left: left + skip.left, top: top + skip.top }
    }),
  )
  return sharp(backdrop).composite(layers).removeAlpha().raw().toBuffer()
}
