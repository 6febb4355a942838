import sharp from 'sharp'
import { moveHead, swayHead, type Turn } from './head-motion.ts'
import { CAMERA, type Presentation } from './presentations.ts'
import type { Raster } from './raster.ts'
import { widenRoom } from './widen-room.ts'

/** As the page sends them. */
const FRAME = { width: 640, height: 360, quality: 80 }
const SELFIE = { width: 1280, height: 720, quality: 90 }
const MS_BETWEEN_FRAMES = 100
const MAX_FRAMES = 6
/** Steps in which the head is moved. */
const STEP_MS = 10
/** Frames before the head moves are the same picture over and over: one of them is kept. */
const STILL_DEGREES = 2
const LONGEST_TURN_MS = 3000
/** Standard deviation of a webcam's noise in a lit room, 0 to 255. */
const NOISE = 2.5

export interface FilmedFrame {
  jpeg: Buffer
  /** Milliseconds since the page asked. */
  at: number
}

export interface FilmOptions {
  /** What the page asks for, a side of the person. */
  side: 'left' | 'right'
  /** The sway begins elsewhere for each, and the noise is another. */
  seed: number
  /** Default: 50. */
  degreesPerSecond?: number
}

/** A repeatable stream of numbers in [0, 1). After T. Ettinger, mulberry32. */
const createRandom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Moment {
  degrees: number
  ms: number
  seed: number
}

/** A frame of the camera: what is presented, before the room, of which `wide` is three widths. */
const takeFrame = async (
  presentation: Presentation,
  wide: Raster,
  { degrees, ms, seed }: Moment,
  size: typeof FRAME,
): Promise<Buffer> => {
  const { width, height } = size
  const scale = width / CAMERA.width
  const sway = swayHead(ms + seed * 977)
  const [x, y] = [Math.round(sway.x * scale), Math.round(sway.y * scale)]
  const shown = degrees + sway.degrees
  const layer = await sharp(presentation.render(shown, { width }).data, {
    raw: { width, height, channels: 4 },
  })
    .extract({
      left: Math.max(0, -x),
      top: Math.max(0, -y),
      width: width - Math.abs(x),
      height: height - Math.abs(y),
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pan = Math.round(wide.width / 3 + presentation.roomPixelsPerDegree * shown)
  const background = await sharp(wide.data, { raw: { width: wide.width, height: wide.height, channels: 4 } })
    .extract({
      left: Math.min((2 * wide.width) / 3, Math.max(0, pan)),
      top: 0,
      width: wide.width / 3,
      height: wide.height,
    })
    .resize(width, height)
    .raw()
    .toBuffer()
  const pixels = await sharp(background, { raw: { width, height, channels: 4 } })
    .composite([{ input: layer.data, raw: layer.info, left: Math.max(0, x), top: Math.max(0, y) }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const random = createRandom(seed * 7919 + Math.round(ms))
  // The sum of three even ones is nearly normal, with a variance of a quarter.
  const noisy = pixels.map((value) =>
    Math.max(0, Math.min(255, value + (random() + random() + random() - 1.5) * 2 * NOISE)),
  )
  return sharp(noisy, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: size.quality })
    .toBuffer()
}

/** Where the presentation is turned to at each frame of the camera, from the cue to the peak. */
const moveUntilPeak = (
  { motion, peak }: Presentation,
  side: 'left' | 'right',
  degreesPerSecond: number,
): { degrees: number; ms: number }[] => {
  const wanted = motion.kind === 'follow' ? side : (motion.sides[0] ?? side)
  const goal = (wanted === 'left' ? peak : -peak) * (motion.kind === 'follow' ? motion.sense : 1)
  const frames: { degrees: number; ms: number }[] = []
  let turn: Turn = { degrees: 0, speed: 0 }
  for (let ms = 0; ms < LONGEST_TURN_MS && Math.abs(turn.degrees - goal) > 1; ms += STEP_MS) {
    if (ms % MS_BETWEEN_FRAMES === 0) frames.push({ degrees: turn.degrees, ms })
    turn = moveHead(turn, goal, STEP_MS, degreesPerSecond)
  }
  frames.push({ degrees: turn.degrees, ms: (frames.at(-1)?.ms ?? 0) + MS_BETWEEN_FRAMES })
  const moving = frames.findIndex(({ degrees }) => Math.abs(degrees) > STILL_DEGREES)
  return frames.slice(Math.max(0, moving - 1))
}

/** As many as may be sent, spread evenly, first and last among them. */
const thin = <T>(frames: readonly T[]): T[] => {
  const count = Math.min(MAX_FRAMES, frames.length)
  return Array.from({ length: count }, (_, index) =>
    frames.at(Math.round((index * (frames.length - 1)) / Math.max(1, count - 1))),
  ).filter((frame) => frame !== undefined)
}

/** The frames that a page would send of one turn: from the straight head, or instrument, to the peak. */
export const filmTurn = async (
  presentation: Presentation,
  room: Raster,
  { side, seed, degreesPerSecond = 50 }: FilmOptions,
): Promise<FilmedFrame[]> => {
  const wide = widenRoom(room)
  const frames: FilmedFrame[] = []
  for (const { degrees, ms } of thin(moveUntilPeak(presentation, side, degreesPerSecond))) {
    frames.push({ jpeg: await takeFrame(presentation, wide, { degrees, ms, seed }, FRAME), at: ms })
  }
  return frames
}

/** The picture that the page takes at the end, of a head that has come back to the middle. */
export const filmSelfie = (presentation: Presentation, room: Raster, seed: number): Promise<Buffer> =>
  takeFrame(presentation, widenRoom(room), { degrees: 0, ms: 10_000, seed }, SELFIE)
