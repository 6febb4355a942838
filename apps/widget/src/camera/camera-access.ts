import type { CameraFailure } from './camera-error.ts'

/** Chromium's own; nobody else tells a page what its frame may use. */
interface FeaturePolicy {
  allowsFeature(feature: string): boolean
}

/** Whether the pages around pass the camera on; `true` where the browser does not say. */
export const isCameraPassedOn = (page: Document): boolean =>
  (page as Document & { featurePolicy?: FeaturePolicy }).featurePolicy?.allowsFeature('camera') ?? true

export interface CameraAccess {
  /** Why asking for the camera would be in vain. */
  findObstacle(): CameraFailure | null
  /** Whether the pages around keep the camera from this frame, in browsers that do not say so. */
  isKeptBack(): Promise<boolean>
  /** What the browser itself says about the camera; `unknown` where it does not. */
  readPermission(): Promise<PermissionState | 'unknown'>
}

/** What a frame may not use is left out of the list (Media Capture and Streams §9.2, `enumerateDevices`). */
const listsNoCamera = async (): Promise<boolean> => {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return !devices.some(({ kind }) => kind === 'videoinput')
}

/** What the browser knows about the camera before and beside asking for it. */
export const cameraAccess = (): CameraAccess => ({
  findObstacle: () => {
    if (!isSecureContext) return 'insecure'
    if (!navigator.mediaDevices) return 'unsupported'
    return isCameraPassedOn(document) ? null : 'policy'
  },
  isKeptBack: async () => {
    if (window.parent === window || 'featurePolicy' in document) return false
    return listsNoCamera().catch(() => false)
  },
  readPermission: async () => {
    try {
      return (await navigator.permissions.query({ name: 'camera' })).state
    } catch {
      // No such query in older browsers, and no such name in some (Permissions §6.1).
      return 'unknown'
    }
  },
})
