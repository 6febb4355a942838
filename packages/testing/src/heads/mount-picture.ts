import type { Raster } from './raster.ts'

/** What surrounds a picture: the margin of a print, the bezel of a screen. */
export interface Frame {
  /** Share of the picture's width. */
  width: number
  /** 0 to 255. */
  brightness: number
}

/** A person before a room as one opaque picture in a frame. The room is stretched to the picture's size. */
export const mountPicture = (person: Raster, room: Raster, frame: Frame): Raster => {
  const edge = Math.round(person.width * frame.width)
  const [width, height] = [person.width + 2 * edge, person.height + 2 * edge]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const [ownX, ownY] = [x - edge, y - edge]
      data[at + 3] = 255
      if (ownX < 0 || ownY < 0 || ownX >= person.width || ownY >= person.height) {
        data.fill(frame.brightness, at, at + 3)
        continue
      }
      const own = (ownY * person.width + ownX) * 4
      const roomX = Math.floor((ownX * room.width) / person.width)
      const behind = (Math.floor((ownY * room.height) / person.height) * room.width + roomX) * 4
      const opacity = (person.data[own + 3] ?? 0) / 255
      for (let channel = 0; channel < 3; channel += 1) {
        data[at + channel] =
          (person.data[own + channel] ?? 0) * opacity + (room.data[behind + channel] ?? 0) * (1 - opacity)
      }
    }
  }
  return { data, width, height }
}
