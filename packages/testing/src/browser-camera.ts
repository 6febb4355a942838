import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { cachedFile } from './cached-file.ts'
import { describeScene, FRAMES_A_SECOND, renderScene, SIZE } from './fake-camera.ts'
import { type Draw, replaceCamera } from './replace-camera.ts'
import type { Scene } from './scenes.ts'

const JPEG_QUALITY = 82

const toDataAddress = async (pixels: Buffer): Promise<string> => {
  const jpeg = await sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer()
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}

/**
 * JavaScript that puts a scene in the place of the camera: for any browser that can run a script before the page's own,
 * such as `page.addInitScript(await browserCamera('portrait'))`. There is one camera then, and permission for it.
 */
export const browserCamera = async (scene: Scene): Promise<string> => {
  const key = { ...describeScene(scene), FRAMES_A_SECOND, JPEG_QUALITY }
  const path = await cachedFile(key, 'json', async () =>
    Buffer.from(JSON.stringify(await Promise.all((await renderScene(scene)).map(toDataAddress)))),
  )
  const frames: string[] = JSON.parse(await readFile(path, 'utf8'))
  const play = `(${playFrames.toString()})(${JSON.stringify({ frames, rate: FRAMES_A_SECOND })})`
  return `(${replaceCamera.toString()})(${JSON.stringify({ ...SIZE, rate: FRAMES_A_SECOND })}, ${play})`
}

/** Runs in the page, so it stands alone. `frames` are data addresses. */
const playFrames = ({ frames, rate }: { frames: string[]; rate: number }): (() => Promise<Draw>) => {
  const pictures = frames.map((source) => Object.assign(new Image(), { src: source }))
  return async () => {
    await Promise.all(pictures.map((picture) => picture.decode()))
    return (brush, ms) => {
      const picture = pictures[Math.round((ms * rate) / 1000) % pictures.length]
      if (picture) brush.drawImage(picture, 0, 0, brush.canvas.width, brush.canvas.height)
    }
  }
}
