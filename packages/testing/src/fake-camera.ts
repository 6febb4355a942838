import { basename } from 'node:path'
import sharp from 'sharp'
import { emptyRoom, roomBehind } from './backdrop.ts'
import { cachedFile } from './cached-file.ts'
import { compose } from './compose.ts'
import { cutOut } from './cut-out.ts'
import { PEOPLE } from './people.ts'
import { type Look, type Scene, sceneOf } from './scenes.ts'

/** Raise it when the pictures change for another reason than the numbers here. */
const GENERATOR_VERSION = 2
const SIZE = { width: 1280, height: 720 }
/** 1.5 s at the 30 frames a second at which Chromium plays an .mjpeg; every movement below ends where it began. */
const FRAMES = 45
const JPEG_QUALITY = 90
/** A person who tries to hold still: pixels, degrees, share of the head's height. */
const SWAY = { x: 4, y: 3, degrees: 0.5, scale: 0.006 }

const wave = (frame: number, turns: number, phase: number): number =>
  Math.sin((2 * Math.PI * turns * frame) / FRAMES + phase)

/** A raw RGB frame as JPEG, as light and lens show it. */
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
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer()
}

/** Every frame of it, as JPEG. */
export const renderScene = async (scene: Scene): Promise<Buffer[]> => {
  const { room, people, look = {} } = sceneOf(scene)
  const backdrop = room ? await roomBehind(room, SIZE) : await emptyRoom(SIZE)
  const figures = await Promise.all(
    people.map(async (figure) => ({ ...figure, person: await cutOut(figure.name, figure.eyes) })),
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
    frames.push(await develop(await compose(backdrop, SIZE, placements), look, 0.01 * wave(frame, 1, 0.5)))
  }
  return frames
}

export interface FakeCamera {
  /** An `.mjpeg`, 1280×720: JPEG pictures one after another, which Chromium plays over and over. */
  path: string
  /** What to start Chromium with: it has this camera then, and no other. */
  flags: readonly string[]
}

/** A camera in front of which the scene plays; made on first use. */
export const fakeCamera = async (scene: Scene): Promise<FakeCamera> => {
  const spec = sceneOf(scene)
  // The picture's path differs from machine to machine; its content comes from a pinned package.
  const people = spec.people.map(({ name }) => ({ ...PEOPLE[name], picture: basename(PEOPLE[name].picture) }))
  const key = { GENERATOR_VERSION, spec, people, SIZE, FRAMES, JPEG_QUALITY, SWAY }
  const path = await cachedFile(key, 'mjpeg', async () => Buffer.concat(await renderScene(scene)))
  return {
    path,
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`],
  }
}
