/**
 * Why there is no camera picture. `refused`: by the person or their browser's settings. `system`: the browser may, the
 * device's own settings forbid it. `policy`: the page around does not pass the camera on. `insecure`: no TLS.
 * `busy`: another program holds it, or it sends nothing. `unsupported`: no camera access in this browser.
 */
export type CameraFailure = 'refused' | 'system' | 'policy' | 'insecure' | 'missing' | 'busy' | 'unsupported'

export class CameraError extends Error {
  override readonly name = 'CameraError'
  readonly failure: CameraFailure

  constructor(failure: CameraFailure, cause?: unknown) {
    super(failure, cause === undefined ? undefined : { cause })
    this.failure = failure
  }
}
