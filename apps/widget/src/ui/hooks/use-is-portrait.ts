import { useSyncExternalStore } from 'react'

/** Whether the camera's picture is taller than wide, also after the phone was turned. */
export const useIsPortrait = (video: HTMLVideoElement | null): boolean =>
  useSyncExternalStore(
    (onChange) => {
      video?.addEventListener('resize', onChange)
      return () => video?.removeEventListener('resize', onChange)
    },
    () => video !== null && video.videoHeight > video.videoWidth,
  )
