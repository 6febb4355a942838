/** What stands before the camera, by what it is: the person, or an instrument of an attack (ISO/IEC 30107-1: species). */
export const SPECIES = [
  'head',
  'moved-phone',
  'wrong-way',
  'flat-print',
  'raster-print',
  'bent-print',
  'screen',
  'phone',
  'photo-swap',
  'replay',
  'screen-video',
  'face-relief',
] as const
export type Species = (typeof SPECIES)[number]

/** What it does when the page asks. */
export type Motion =
  /** Turns where it is asked to; `sense` -1: to the other side. */
  | { kind: 'follow'; sense: 1 | -1 }
  /** As in a recording: these sides, one after the other from the first time it is asked, whatever is asked. */
  | { kind: 'recorded'; sides: readonly ('left' | 'right')[] }

export interface Move {
  motion: Motion
  /** How far it is turned when it has done what it was asked to, in degrees. */
  peak: number
  /** When it can be seen from no others. */
  angles?: readonly number[]
  /** The room moves by so many pixels a degree, because it is the camera that moves. */
  roomPixelsPerDegree: number
}

/** The turned pictures that follow the straight one. */
export const SWAPPED_DEGREES = [-28, 0, 28] as const
/** Of a camera 65° and 1280 pixels wide, in its middle. */
const PIXELS_PER_DEGREE = 17.5

/** What is seen of a head that turns by 31° is a little less. */
const HEAD: Move = { motion: { kind: 'follow', sense: 1 }, peak: 31, roomPixelsPerDegree: 0 }
/** A face on a sheet hardly turns with it: few pictures show the way. */
const TILTED = [-40, -32, -24, -16, -8, 0, 8, 16, 24, 32, 40]
const SHEET: Move = { ...HEAD, peak: 40, angles: TILTED }
/** Held up for a journey that asks for no turn. */
const STILL: Move = { ...SHEET, angles: [0] }

export const MOVES: Readonly<Record<Species, Move>> = {
  head: HEAD,
  'moved-phone': { ...HEAD, roomPixelsPerDegree: PIXELS_PER_DEGREE },
  'wrong-way': { ...HEAD, motion: { kind: 'follow', sense: -1 } },
  replay: { ...HEAD, motion: { kind: 'recorded', sides: ['left', 'right'] } },
  'face-relief': HEAD,
  'screen-video': HEAD,
  'photo-swap': { ...HEAD, angles: SWAPPED_DEGREES },
  'flat-print': SHEET,
  'raster-print': STILL,
  'bent-print': SHEET,
  screen: SHEET,
  phone: STILL,
}
