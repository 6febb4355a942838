/**
 * Why there is no camera picture. `refused`: by the person, the browser's settings or the system; browsers do not
 * tell which. `busy`: another program holds it, or it sends nothing. `unsupported`: no camera access in this browser.
 */
export type CameraFailure = 'refused' | 'missing' | 'busy' | 'unsupported'

export class CameraError extends Error {
  override readonly name = 'CameraError'
  readonly failure: CameraFailure

  constructor(failure: CameraFailure, cause?: unknown) {
    super(failure, cause === undefined ? undefined : { cause })
    this.failure = failure
  }
}

/** By the names that Media Capture and Streams §10.2 lists for `getUserMedia`. */
const FAILURES: Readonly<Record<string, CameraFailure>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  TypeError: 'unsupported',
}

export const toCameraError = (cause: unknown): CameraError => {
  if (cause instanceof CameraError) return cause
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : ''
  return new CameraError(FAILURES[name] ?? 'busy', cause)
}
