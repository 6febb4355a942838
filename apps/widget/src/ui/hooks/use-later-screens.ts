import { useEffect, useState } from 'react'
import type { LATER_SCREENS } from '../later-screens.tsx'

type LaterScreens = typeof LATER_SCREENS

/** The later screens once they are wanted; `failed` when the line broke meanwhile. */
export const useLaterScreens = (isWanted: boolean): LaterScreens | 'failed' | null => {
  const [screens, setScreens] = useState<LaterScreens | 'failed' | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    import('../later-screens.tsx').then(
      ({ LATER_SCREENS: loaded }) => !isGone && setScreens(loaded),
      () => !isGone && setScreens('failed'),
    )
    return () => {
      isGone = true
    }
  }, [isWanted])
  return screens
}
