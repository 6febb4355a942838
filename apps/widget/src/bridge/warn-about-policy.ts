import { isCameraPassedOn } from '../camera/camera-access.ts'

/**
 * Tells the developer of the page around, on the console, that the frame is not given the camera: at once where the
 * browser says so, elsewhere when the camera was asked for.
 */
export const warnAboutPolicy = ({ isFound }: { isFound: boolean }, page: Document = document): void => {
  if (isCameraPassedOn(page) !== isFound) return
  // biome-ignore lint/suspicious/noConsole: the reader is whoever built the page around, and has no other place to look
  console.error(
    'Visavis: this frame may not use the camera. Give the iframe allow="camera; fullscreen", and see that the Permissions-Policy header of your page does not switch the camera off.',
  )
}
