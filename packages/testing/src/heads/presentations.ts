import type { HeadPortrait } from './head-portrait.ts'
import { createHeadSurface, type HeadSurface } from './head-surface.ts'
import { mountPicture } from './mount-picture.ts'
import type { Raster, Surface, View } from './raster.ts'
import { rasterise } from './rasterise.ts'
import { holdSheet, type Sheet } from './sheet.ts'
import { MOVES, type Move, type Species, SWAPPED_DEGREES } from './species.ts'
import { type Placing, turnHead } from './turn-head.ts'

/** A webcam: 65° wide. */
export const CAMERA: View = { width: 1280, height: 720, focal: 1000, samples: 2 }
const HEAD: Placing = { distance: 62, x: 0, y: 2.5 }

/** A photo of the head, life size: the picture for prints and screens. */
const PHOTO: View = { width: 900, height: 1200, focal: 1600, samples: 1 }
const PHOTO_WIDTH_CM = (PHOTO.width * HEAD.distance) / PHOTO.focal
const PRINT_WIDTH_CM = 21
/** Brightness of black ink on paper and of the paper, 0 to 255. */
const INK = 42
const PAPER = [238, 234, 224]
const BENT_RADIUS_CM = 9
const TABLET_WIDTH_CM = 16
/** Of a common 110 ppi display. */
const SCREEN_PIXEL_CM = 0.023
/** A little farther than life size wants it: the edges of a sheet are in the picture, and the page does not say "closer". */
const HELD_BACK = 1.05
/** Dots of a coarse print, a poster seen near, in lines of 45° as printers set them. */
const DOT_CM = 0.13
const DOT_CONTRAST = 0.35
const PHONE_WIDTH_CM = 7
/** What a camera makes of a phone's pixels, which stand in lines of 45° where they are of a modern kind: a moiré. */
const MOIRE_CM = 0.045
const MOIRE_CONTRAST = 0.2
/** Of a screen's pixels, after what lens and sensor blur. */
const STRIPE_CONTRAST = 0.1
const ROW_CONTRAST = 0.05
export interface RenderOptions {
  /** Default: 0. */
  pitch?: number
  /** Default: the camera's own width, 1280; the height follows. */
  width?: number
}

export interface Presentation extends Move {
  /** What is before the room. Degrees > 0: to the right of the picture. */
  render(degrees: number, options?: RenderOptions): Raster
}

/** A sheet has finer detail than a head, and what is between two pixels of a screen shows. */
const SHEET_SAMPLES = 3

const nearestTo = <T extends { yaw: number }>(yaw: number, all: readonly T[]): T =>
  all.reduce((best, next) => (Math.abs(next.yaw - yaw) < Math.abs(best.yaw - yaw) ? next : best))

const upright = (yaw: number, pitch = 0) => ({ yaw, pitch, roll: 0 })

/** The camera with fewer pixels. */
const cameraOf = (width = CAMERA.width): View => {
  const scale = width / CAMERA.width
  return { ...CAMERA, width, height: Math.round(CAMERA.height * scale), focal: CAMERA.focal * scale }
}

/** What ink and paper make of a photo: no deep black, no pure white, less colour. */
const printTone: NonNullable<Surface['shade']> = (colour) => {
  const grey = ((colour[0] ?? 0) + (colour[1] ?? 0) + (colour[2] ?? 0)) / 3
  for (let channel = 0; channel < 3; channel += 1) {
    const faded = grey * 0.18 + (colour[channel] ?? 0) * 0.82
    colour[channel] = INK + (faded * ((PAPER[channel] ?? 255) - INK)) / 255
  }
}

/** Red, green and blue stripes and the gaps between rows, as a display has them; a camera sees moiré in them. */
const screenGrid =
  (pixel: number): NonNullable<Surface['shade']> =>
  (colour, x, y) => {
    const row = 1 + ROW_CONTRAST * Math.cos((2 * Math.PI * y) / pixel)
    for (let channel = 0; channel < 3; channel += 1) {
      const stripe = 1 + STRIPE_CONTRAST * Math.cos(2 * Math.PI * (x / pixel - channel / 3))
      colour[channel] = (colour[channel] ?? 0) * row * stripe
    }
  }

/** Lighter and darker in two directions, each at 45°; `period` in pixels of the picture. */
const diagonalGrid =
  (period: number, contrast: number): NonNullable<Surface['shade']> =>
  (colour, x, y) => {
    const [rising, falling] = [(x + y) / Math.SQRT2, (x - y) / Math.SQRT2].map((along) =>
      Math.cos((2 * Math.PI * along) / period),
    )
    const gain = 1 + (contrast * ((rising ?? 0) + (falling ?? 0))) / 2
    for (let channel = 0; channel < 3; channel += 1) colour[channel] = (colour[channel] ?? 0) * gain
  }

/**
 * The head in the portrait or an instrument made of it, for any angle. `room` is what is behind the person in the
 * pictures that instruments show.
 */
export const createPresentation = (species: Species, portrait: HeadPortrait, room: Raster): Presentation => {
  const head = createHeadSurface(portrait)
  const front = { ...head, triangles: head.triangles.subarray(0, head.frontTriangles) }
  const showHead =
    (of: HeadSurface, what: 'head' | 'all'): Presentation['render'] =>
    (yaw, { pitch, width } = {}) =>
      rasterise([turnHead(of, upright(yaw, pitch), HEAD, what)], cameraOf(width))
  const photograph = (yaw: number) => rasterise([turnHead(head, upright(yaw), HEAD)], PHOTO)
  const print = (yaw = 0): Sheet => ({
    picture: mountPicture(photograph(yaw), room, { width: 0.04, brightness: 255 }),
    width: PRINT_WIDTH_CM,
    shade: printTone,
  })
  const tablet = (yaw = 0): Sheet => {
    const picture = mountPicture(photograph(yaw), room, { width: 0.05, brightness: 12 })
    return {
      picture,
      width: TABLET_WIDTH_CM,
      shade: screenGrid((SCREEN_PIXEL_CM / TABLET_WIDTH_CM) * picture.width),
    }
  }
  /** With more on it, of so many pixels of its picture to the centimetre. */
  const withGrid = (sheet: Sheet, periodCm: number, contrast: number): Sheet => {
    const grid = diagonalGrid((periodCm / sheet.width) * sheet.picture.width, contrast)
    return {
      ...sheet,
      shade: (colour, x, y) => {
        sheet.shade?.(colour, x, y)
        grid(colour, x, y)
      },
    }
  }
  const phone = (): Sheet => ({
    picture: mountPicture(photograph(0), room, { width: 0.05, brightness: 12 }),
    width: PHONE_WIDTH_CM,
  })
  const showSheet =
    (sheet: Sheet): Presentation['render'] =>
    (yaw, { pitch, width } = {}) => {
      const distance = (HELD_BACK * HEAD.distance * sheet.width) / PHOTO_WIDTH_CM
      return rasterise([holdSheet(sheet, upright(yaw, pitch), { distance, x: 0, y: 0 })], {
        ...cameraOf(width),
        samples: SHEET_SAMPLES,
      })
    }
  const renderers: Record<Species, () => Presentation['render']> = {
    head: () => showHead(head, 'head'),
    'wrong-way': () => showHead(head, 'head'),
    replay: () => showHead(head, 'head'),
    'moved-phone': () => showHead(head, 'all'),
    'face-relief': () => showHead(front, 'all'),
    'flat-print': () => showSheet(print()),
    'raster-print': () => showSheet(withGrid(print(), DOT_CM, DOT_CONTRAST)),
    phone: () => showSheet(withGrid(phone(), MOIRE_CM, MOIRE_CONTRAST)),
    'bent-print': () => showSheet({ ...print(), radius: BENT_RADIUS_CM }),
    screen: () => showSheet(tablet()),
    'photo-swap': () => {
      const shows = SWAPPED_DEGREES.map((yaw) => ({ yaw, show: showSheet(print(yaw)) }))
      return (yaw, options) => nearestTo(yaw, shows).show(0, options)
    },
    'screen-video': () => (yaw, options) => showSheet(tablet(yaw))(0, options),
  }
  return { ...MOVES[species], render: renderers[species]() }
}
