import { useEffect } from 'react'

/** Calls back when the person allows the camera in the browser's settings, where the browser tells. */
export const usePermissionGranted = (onGranted: () => void): void => {
  useEffect(() => {
    const controller = new AbortController()
    const listen = async () => {
      const status = await navigator.permissions.query({ name: 'camera' })
      status.addEventListener('change', () => status.state === 'granted' && onGranted(), {
        signal: controller.signal,
      })
    }
    // Browsers that do not tell leave it to the button.
    listen().catch(() => {})
    return () => controller.abort()
  }, [onGranted])
}
