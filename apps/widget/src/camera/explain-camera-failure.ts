import { type CameraAccess, cameraAccess } from './camera-access.ts'
import type { CameraFailure } from './camera-error.ts'

/** By the names that Media Capture and Streams §10.2 lists for `getUserMedia`. */
const FAILURES: Readonly<Record<string, CameraFailure>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  TypeError: 'unsupported',
}

/**
 * Why asking for the camera failed. Whatever the name, a page that may not have it at all explains it; so does a frame
 * that is refused a camera it does not even see. A refusal where the browser itself would allow it comes from the
 * device's settings.
 */
export const explainCameraFailure = async (
  cause: unknown,
  access: CameraAccess = cameraAccess(),
): Promise<CameraFailure> => {
  const obstacle = access.findObstacle()
  if (obstacle) return obstacle
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : ''
  const failure = FAILURES[name] ?? 'busy'
  if (failure !== 'refused') return failure
  if (await access.isKeptBack()) return 'policy'
  return (await access.readPermission()) === 'granted' ? 'system' : failure
}
