import { basename } from 'node:path'
import sharp from 'sharp'
import { emptyRoom, roomBehind } from './backdrop.ts'
import { cachedFile } from './cached-file.ts'
import { compose } from './compose.ts'
import { cutOut } from './cut-out.ts'
import { PEOPLE } from './people.ts'
import { type Look, type Scene, sceneOf } from './scenes.ts'
import { toY4m } from './y4m.ts'

/** Raise it when the pictures change for another reason than the numbers here. */
const GENERATOR_VERSION = 3
export const SIZE = { width: 1280, height: 720 }
/** Every movement below ends where it began. */
const CLIP_S = 1.5
/** Enough for every check of the guidance; each further frame costs whoever plays it, as it would be drawn and looked at. */
export const FRAMES_A_SECOND = 10
/** A person who tries to hold still: pixels, degrees, share of the head's height. */
const SWAY = { x: 4, y: 3, degrees: 0.5, scale: 0.006 }

/** `at`: share of the clip. */
const wave = (at: number, turns: number, phase: number): number => Math.sin(2 * Math.PI * turns * at + phase)

/** A raw RGB frame as light and lens show it. */
const develop = (
  pixels: Buffer,
  { gain = 1, lift = 0, blur, colour }: Look,
  flicker: number,
): Promise<Buffer> => {
  const picture = sharp(pixels, { raw: { ...SIZE, channels: 3 } })
  if (blur) picture.blur(blur)
  if (colour === 'none') picture.modulate({ saturation: 0 })
  return picture
    .linear(gain * (1 + flicker), lift)
    .raw()
    .toBuffer()
}

/** Every frame of it, raw RGB. */
export const renderScene = async (scene: Scene, rate = FRAMES_A_SECOND): Promise<Buffer[]> => {
  const { room, people, look = {} } = sceneOf(scene)
  const backdrop = room ? await roomBehind(room, SIZE) : await emptyRoom(SIZE)
  const figures = await Promise.all(
    people.map(async (figure) => ({ ...figure, person: await cutOut(figure.name, figure.eyes) })),
  )
  const frames: Buffer[] = []
  const count = Math.round(CLIP_S * rate)
  for (let frame = 0; frame < count; frame += 1) {
    const at = frame / count
    const placements = figures.map(({ person, x, y, headHeight }, index) => ({
      person,
      x: x * SIZE.width + SWAY.x * wave(at, 1, index),
      y: y * SIZE.height + SWAY.y * wave(at, 2, index + 1),
      headHeight: headHeight * SIZE.height * (1 + SWAY.scale * wave(at, 1, index + 2)),
      degrees: SWAY.degrees * wave(at, 1, index + 3),
    }))
    frames.push(await develop(await compose(backdrop, SIZE, placements), look, 0.01 * wave(at, 1, 0.5)))
  }
  return frames
}

/** What makes the frames of a scene what they are. */
export const describeScene = (scene: Scene): object => {
  const spec = sceneOf(scene)
  // The picture's path differs from machine to machine; its content comes from a pinned package.
  const people = spec.people.map(({ name }) => ({ ...PEOPLE[name], picture: basename(PEOPLE[name].picture) }))
  return { GENERATOR_VERSION, spec, people, SIZE, CLIP_S, SWAY }
}

export interface FakeCamera {
  /** A `.y4m`, 1280×720, which Chromium plays over and over, and has nothing to decode of. */
  path: string
  /** What to start Chromium with: it has this camera then, and no other. */
  flags: readonly string[]
}

/** A camera in front of which the scene plays; made on first use. @param rate frames a second */
export const fakeCamera = async (scene: Scene, rate = FRAMES_A_SECOND): Promise<FakeCamera> => {
  const path = await cachedFile({ ...describeScene(scene), rate }, 'y4m', async () =>
    toY4m(await renderScene(scene, rate), { ...SIZE, rate }),
  )
  return {
    path,
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`],
  }
}
