import type { CaptureSession } from '@visavis/shared/capture-api'
import { createActor } from 'xstate'
import { createCaptureClient } from '../api/capture-client.ts'
import { openCamera } from './camera.ts'
import { createCaptureActors } from './capture-actors.ts'
import { createCaptureMachine } from './capture-machine.ts'
import { encodeSelfie } from './encode-selfie.ts'
import type { createOnDevice } from './on-device.ts'
import { grabFrame, videoFrames } from './video-frames.ts'

export interface CreateCaptureOptions {
  /** The capture token. */
  token: string
  goTo: (url: string) => void
}

type OnDevice = ReturnType<typeof createOnDevice>

/** The capture flow with its real parts, running. */
export const createCapture = ({ token, goTo }: CreateCaptureOptions) => {
  let onDevice: OnDevice | null = null
  const loadOnDevice = async ({ engine }: CaptureSession): Promise<OnDevice> => {
    const module = await import('./on-device.ts')
    onDevice ??= module.createOnDevice(engine)
    return onDevice
  }
  const actors = createCaptureActors({
    client: createCaptureClient({ token }),
    live: (session) => ({
      openCamera,
      loadWatch: async () => (await loadOnDevice(session)).loadWatch(),
      frames: videoFrames,
      grab: grabFrame,
      encode: (frame) => encodeSelfie(frame, session.max_image_bytes),
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
