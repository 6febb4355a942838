import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { cachedFile } from './cached-file.ts'
import { moveHead, swayHead, type Turn } from './heads/head-motion.ts'
import { personsPortrait, personsRoom } from './heads/persons-portrait.ts'
import { CAMERA, createPresentation } from './heads/presentations.ts'
import type { Raster } from './heads/raster.ts'
import { MOVES, type Motion, type Move, type Species } from './heads/species.ts'
import { widenRoom } from './heads/widen-room.ts'
import type { PersonName } from './people.ts'
import { type Draw, replaceCamera } from './replace-camera.ts'

/** Raise it when the pictures change for another reason than the numbers here. */
const GENERATOR_VERSION = 2
const SIZE = { width: CAMERA.width, height: CAMERA.height }
const FRAMES_A_SECOND = 12
const DEGREES_BETWEEN_POSES = 3
/** The sway goes beyond the peak. */
const BEYOND_PEAK = 2
/** The same pictures as of another. */
const PICTURED_AS: Partial<Record<Species, Species>> = { 'wrong-way': 'head', replay: 'head' }
const QUALITY = 84
/** How fast people turn when a page asks them to. */
const DEFAULT_DEGREES_PER_SECOND = 50
/** Steps in which the head is moved. */
const STEP_MS = 10
/** Before somebody does what is said. */
const REACTION_MS = 250
/** Of a recorded run, for each of its parts. */
const RECORDED_PART_MS = 1500
/** Turns to no side, whatever is asked. */
const HOLDS_STILL: Motion = { kind: 'recorded', sides: [] }

interface Pose {
  degrees: number
  /** Data address. */
  source: string
}

interface Pictures {
  /** Data address; three frames wide. */
  room: string
  /** Where the poses are in the frame. */
  left: number
  top: number
  poses: Pose[]
}

export interface TurningCameraOptions {
  /** Default: `ada`. */
  person?: PersonName
  /** Default: 50. */
  degreesPerSecond?: number
  /** Does nothing of what the page asks for. Default: `false`. */
  holdsStill?: boolean
}

/** The smallest part of the frame that holds whatever is to be seen in any of the pictures. */
const boundsOf = (pictures: readonly Raster[]) => {
  let [left, top, right, bottom] = [SIZE.width, SIZE.height, 0, 0]
  for (const { data, width, height } of pictures) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (data[(y * width + x) * 4 + 3] === 0) continue
        ;[left, right] = [Math.min(left, x), Math.max(right, x)]
        ;[top, bottom] = [Math.min(top, y), Math.max(bottom, y)]
      }
    }
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 }
}

const toDataAddress = (type: string, bytes: Uint8Array): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`

/** From one side to the other. */
const anglesOf = ({ peak, angles }: Move): readonly number[] => {
  if (angles) return angles
  const steps = Math.ceil((peak + BEYOND_PEAK) / DEGREES_BETWEEN_POSES)
  return Array.from({ length: 2 * steps + 1 }, (_, index) => (index - steps) * DEGREES_BETWEEN_POSES)
}

const renderPictures = async (species: Species, person: PersonName): Promise<Pictures> => {
  const room = await personsRoom(person)
  const presentation = createPresentation(species, await personsPortrait(person), room)
  const angles = anglesOf(presentation)
  const pictures = angles.map((degrees) => presentation.render(degrees))
  const bounds = boundsOf(pictures)
  const poses = await Promise.all(
    pictures.map(async (picture, index) => {
      const bytes = await sharp(picture.data, { raw: { ...SIZE, channels: 4 } })
        .extract(bounds)
        .webp({ quality: QUALITY, effort: 2 })
        .toBuffer()
      return { degrees: angles[index] ?? 0, source: toDataAddress('webp', bytes) }
    }),
  )
  const wide = widenRoom(room)
  const roomJpeg = await sharp(wide.data, { raw: { width: wide.width, height: wide.height, channels: 4 } })
    .jpeg({ quality: QUALITY })
    .toBuffer()
  const { left, top } = bounds
  return { room: toDataAddress('jpeg', roomJpeg), left, top, poses }
}

/**
 * JavaScript that puts a head, or an instrument of an attack, in the place of the camera, as `browserCamera` does. It
 * turns when the page asks for it: to the side that `data-turn` says, which is the person's own, and back to the middle.
 */
export const turningCamera = async (
  species: Species,
  {
    person = 'ada',
    degreesPerSecond = DEFAULT_DEGREES_PER_SECOND,
    holdsStill = false,
  }: TurningCameraOptions = {},
): Promise<string> => {
  const pictured = PICTURED_AS[species] ?? species
  const key = {
    GENERATOR_VERSION,
    pictured,
    person,
    CAMERA,
    move: MOVES[pictured],
    DEGREES_BETWEEN_POSES,
    QUALITY,
  }
  const path = await cachedFile(key, 'json', async () =>
    Buffer.from(JSON.stringify(await renderPictures(pictured, person))),
  )
  const pictures = await readFile(path, 'utf8')
  const timing = JSON.stringify({
    degreesPerSecond,
    stepMs: STEP_MS,
    reactionMs: REACTION_MS,
    recordedPartMs: RECORDED_PART_MS,
  })
  const move = holdsStill ? { ...MOVES[species], motion: HOLDS_STILL } : MOVES[species]
  const play = `(${playTurn.toString()})(${pictures}, ${JSON.stringify(move)}, ${timing}, ${moveHead.toString()}, ${swayHead.toString()})`
  return `(${replaceCamera.toString()})(${JSON.stringify({ ...SIZE, rate: FRAMES_A_SECOND })}, ${play})`
}

interface Timing {
  degreesPerSecond: number
  stepMs: number
  reactionMs: number
  recordedPartMs: number
}

/** Runs in the page, so it stands alone. */
const playTurn = (
  { room: wall, left, top, poses: all }: Pictures,
  { peak, motion, roomPixelsPerDegree }: Move,
  { degreesPerSecond, stepMs, reactionMs, recordedPartMs }: Timing,
  move: typeof moveHead,
  sway: typeof swayHead,
): (() => Promise<Draw>) => {
  const load = (source: string) => Object.assign(new Image(), { src: source })
  const room = load(wall)
  const poses = all.map(({ degrees, source }) => ({ degrees, picture: load(source) }))
  /** To the person's own left is to the right of the picture. */
  const toDegrees = (side: string | undefined): number =>
    side === 'left' ? peak : side === 'right' ? -peak : 0
  return async () => {
    await Promise.all([room, ...poses.map(({ picture }) => picture)].map((picture) => picture.decode()))
    let turn: Turn = { degrees: 0, speed: 0 }
    let last = 0
    let asked: { side: string | undefined; since: number } = { side: undefined, since: 0 }
    let firstAskedAt: number | undefined
    let goal = 0
    const goalAt = (ms: number): number => {
      const side = document.querySelector<HTMLElement>('[data-turn]')?.dataset.turn
      if (side !== asked.side) asked = { side, since: ms }
      if (firstAskedAt === undefined && toDegrees(side) !== 0) firstAskedAt = ms
      if (motion.kind === 'follow') {
        return ms - asked.since < reactionMs ? goal : motion.sense * toDegrees(side)
      }
      if (firstAskedAt === undefined) return 0
      const part = Math.floor((ms - firstAskedAt - reactionMs) / recordedPartMs)
      return part >= 0 && part % 2 === 0 ? toDegrees(motion.sides[part / 2]) : 0
    }
    return (brush, ms) => {
      goal = goalAt(ms)
      // A busy browser draws late: the head has moved on as smoothly all the same.
      for (let left = ms - last; left > 0; left -= stepMs) {
        turn = move(turn, goal, Math.min(left, stepMs), degreesPerSecond)
      }
      last = ms
      const { x, y, degrees } = sway(ms)
      const shown = turn.degrees + degrees
      const { width } = brush.canvas
      brush.drawImage(room, -width - roomPixelsPerDegree * shown, 0)
      const nearest = poses.reduce((best, pose) =>
        Math.abs(pose.degrees - shown) < Math.abs(best.degrees - shown) ? pose : best,
      )
      brush.drawImage(nearest.picture, left + x, top + y)
    }
  }
}
