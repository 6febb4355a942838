import type { Camera } from '../camera/open-camera.ts'

/** A camera that is on until it is closed. */
export const fakeCamera = () => {
  const camera = {
    video: {} as HTMLVideoElement,
    stream: {} as MediaStream,
    isOn: true as boolean,
    close: () => {
      camera.isOn = false
    },
  } satisfies Camera & { isOn: boolean }
  return camera
}
