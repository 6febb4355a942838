import { isCameraPassedOn } from '../capture/camera-access.ts'

/** Tells the developer of the page around, on the console, when the frame is not given the camera. */
export const warnAboutPolicy = (page: Document = document): void => {
  if (isCameraPassedOn(page)) return
  // biome-ignore lint/suspicious/noConsole: the reader is whoever built the page around, and has no other place to look
  console.error(
    'Visavis: this frame may not use the camera. Give the iframe allow="camera; fullscreen", and see that the Permissions-Policy header of your page does not switch the camera off.',
  )
}
