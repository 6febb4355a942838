import { basename } from 'node:path'
import sharp from 'sharp'
import { emptyRoom, roomBehind } from './backdrop.ts'
import { cachedFile } from './cached-file.ts'
import { compose } from './compose.ts'
import { cutOut } from './cut-out.ts'
import { PEOPLE, type PersonName } from './people.ts'

/** What the fake camera sees. */
export type Scene = 'portrait' | 'other-person' | 'empty-room' | 'two-faces'

interface SceneSpec {
  /** Whose room is behind; without one, the empty room. */
  room?: PersonName
  /** Position of the head and its height, as shares of the frame. */
  people: readonly { name: PersonName; x: number; y: number; headHeight: number }[]
}

const SCENES: Readonly<Record<Scene, SceneSpec>> = {
  portrait: { room: 'ada', people: [{ name: 'ada', x: 0.5, y: 0.47, headHeight: 0.52 }] },
  'other-person': { room: 'bea', people: [{ name: 'bea', x: 0.5, y: 0.47, headHeight: 0.52 }] },
  'empty-room': { people: [] },
  'two-faces': {
    room: 'ada',
    people: [
      { name: 'ada', x: 0.3, y: 0.48, headHeight: 0.48 },
      { name: 'bea', x: 0.7, y: 0.46, headHeight: 0.48 },
    ],
  },
}

/** Raise it when the pictures change for another reason than the numbers here. */
const GENERATOR_VERSION = 1
const SIZE = { width: 1280, height: 720 }
/** 1.5 s at the 30 frames a second at which Chromium plays an .mjpeg; every movement below ends where it began. */
const FRAMES = 45
const JPEG_QUALITY = 90
/** A person who tries to hold still: pixels, degrees, share of the head's height. */
const SWAY = { x: 4, y: 3, degrees: 0.5, scale: 0.006 }

const wave = (frame: number, turns: number, phase: number): number =>
  Math.sin((2 * Math.PI * turns * frame) / FRAMES + phase)

const renderScene = async (scene: Scene): Promise<Uint8Array> => {
  const { room, people } = SCENES[scene]
  const backdrop = room ? await roomBehind(room, SIZE) : await emptyRoom(SIZE)
  const figures = await Promise.all(
    people.map(async (figure) => ({ ...figure, person: await cutOut(figure.name) })),
  )
  const frames: Buffer[] = []
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const placements = figures.map(({ person, x, y, headHeight }, index) => ({
      person,
      x: x * SIZE.width + SWAY.x * wave(frame, 1, index),
      y: y * SIZE.height + SWAY.y * wave(frame, 2, index + 1),
      headHeight: headHeight * SIZE.height * (1 + SWAY.scale * wave(frame, 1, index + 2)),
      degrees: SWAY.degrees * wave(frame, 1, index + 3),
    }))
    const pixels = await compose(backdrop, SIZE, placements)
    frames.push(
      await sharp(pixels, { raw: { ...SIZE, channels: 3 } })
        .linear(1 + 0.01 * wave(frame, 1, 0.5), 0)
        .jpeg({ quality: JPEG_QUALITY })
        .toBuffer(),
    )
  }
  return Buffer.concat(frames)
}

/** Path of an `.mjpeg` of the scene, 1280×720, made on first use. */
export const makeClip = (scene: Scene): Promise<string> => {
  const spec = SCENES[scene]
  // The picture's path differs from machine to machine; its content comes from a pinned package.
  const people = spec.people.map(({ name }) => ({ ...PEOPLE[name], picture: basename(PEOPLE[name].picture) }))
  const key = { GENERATOR_VERSION, spec, people, SIZE, FRAMES, JPEG_QUALITY, SWAY }
  return cachedFile(key, 'mjpeg', () => renderScene(scene))
}
