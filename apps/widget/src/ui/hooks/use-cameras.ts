import { useEffect, useState } from 'react'

/** The cameras there are, also when one is plugged in or pulled out meanwhile; their names once access is granted. */
export const useCameras = (): readonly MediaDeviceInfo[] => {
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    const { mediaDevices } = navigator
    let isGone = false
    const look = async () => {
      const devices = await mediaDevices.enumerateDevices()
      if (!isGone) setCameras(devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId))
    }
    // Without the list the camera at hand goes on.
    const tryLook = () => void look().catch(() => {})
    tryLook()
    mediaDevices.addEventListener('devicechange', tryLook)
    return () => {
      isGone = true
      mediaDevices.removeEventListener('devicechange', tryLook)
    }
  }, [])
  return cameras
}
