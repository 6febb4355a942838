import sharp from 'sharp'
import { renderScene } from './fake-camera.ts'
import { type Draw, replaceCamera } from './replace-camera.ts'
import type { Scene } from './scenes.ts'

const SIZE = { width: 1280, height: 720 }
/** Of the scene's frames, every so many. */
const STEP = 3
const FRAMES_A_SECOND = 10
const JPEG_QUALITY = 82

/**
 * JavaScript that puts a scene in the place of the camera: for any browser that can run a script before the page's own,
 * such as `page.addInitScript(await browserCamera('portrait'))`. There is one camera then, and permission for it.
 */
export const browserCamera = async (scene: Scene): Promise<string> => {
  const chosen = (await renderScene(scene)).filter((_, index) => index % STEP === 0)
  const frames = await Promise.all(
    chosen.map(async (frame) => {
      const small = await sharp(frame).jpeg({ quality: JPEG_QUALITY }).toBuffer()
      return `data:image/jpeg;base64,${small.toString('base64')}`
    }),
  )
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
