import type { CaptureSession } from '@visavis/shared/capture-api'
import { createActor } from 'xstate'
import { createCaptureClient } from '../api/capture-client.ts'
import { recall } from '../memory.ts'
import { openCamera } from './camera.ts'
import { createCaptureActors } from './capture-actors.ts'
import { createCaptureMachine } from './capture-machine.ts'
import type { createOnDevice } from './on-device.ts'

export interface CreateCaptureOptions {
  /** The capture token. */
  token: string
  goTo: (url: string) => void
}

/** Part of the on-device checks' chunk group: here for when only the engine behind them fails. */
const loadEncode = () => import('./encode-selfie.ts')

async function* loadFrames(video: HTMLVideoElement, signal: AbortSignal): AsyncGenerator<ImageBitmap> {
  const { videoFrames } = await import('./video-frames.ts')
  yield* videoFrames(video, signal)
}

type OnDevice = ReturnType<typeof createOnDevice>

/** The capture flow with its real parts, running. */
export const createCapture = ({ token, goTo }: CreateCaptureOptions) => {
  let onDevice: OnDevice | null = null
  const loadOnDevice = async ({ engine }: CaptureSession): Promise<OnDevice> => {
    // Both at once: the picture must not wait for its encoder.
    const [module] = await Promise.all([import('./on-device.ts'), loadEncode()])
    onDevice ??= module.createOnDevice(engine)
    return onDevice
  }
  const actors = createCaptureActors({
    client: createCaptureClient({ token }),
    token,
    live: ({ session, deviceId }) => ({
      openCamera: (options) => openCamera({ ...options, deviceId: deviceId ?? recall('camera') }),
      loadWatch: async () => (await loadOnDevice(session)).loadWatch(),
      frames: loadFrames,
      grab: (video) => createImageBitmap(video),
      encode: async (frame) => (await loadEncode()).encodeSelfie(frame, session.max_image_bytes),
      now: () => performance.now(),
    }),
    goTo,
  })
  const actor = createActor(createCaptureMachine(actors))
  actor.subscribe((snapshot) => {
    if (snapshot.hasTag('over')) onDevice?.close()
  })
  return actor.start()
}

export type CaptureActor = ReturnType<typeof createCapture>
