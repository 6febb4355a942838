import sharp from 'sharp'
import { renderScene } from './fake-camera.ts'
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
  return `(${play.toString()})(${JSON.stringify({ frames, ...SIZE, rate: FRAMES_A_SECOND })})`
}

interface PlayInput {
  /** Data addresses. */
  frames: string[]
  width: number
  height: number
  rate: number
}

/** Runs in the page, so it stands alone. */
const play = ({ frames, width, height, rate }: PlayInput): void => {
  const { mediaDevices } = navigator
  if (!mediaDevices) return
  const pictures = frames.map((source) => Object.assign(new Image(), { src: source }))
  const open = async (): Promise<MediaStream> => {
    await Promise.all(pictures.map((picture) => picture.decode()))
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const brush = canvas.getContext('2d')
    let next = 0
    const draw = () => {
      const picture = pictures[next % pictures.length]
      if (picture) brush?.drawImage(picture, 0, 0, width, height)
      next += 1
    }
    draw()
    const timer = setInterval(draw, 1000 / rate)
    const stream = canvas.captureStream(rate)
    for (const track of stream.getTracks()) {
      const { stop } = track
      track.stop = () => {
        clearInterval(timer)
        stop.call(track)
      }
    }
    return stream
  }
  mediaDevices.getUserMedia = open
  mediaDevices.enumerateDevices = async () => {
    const camera = { deviceId: 'fake', groupId: '', kind: 'videoinput', label: 'Fake camera' } as const
    return [{ ...camera, toJSON: () => camera }]
  }
}
