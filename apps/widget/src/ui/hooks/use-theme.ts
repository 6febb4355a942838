import type { JourneyTheme } from '@visavis/shared/user-journeys'
import { useEffect, useState } from 'react'
import type { ShownCapture } from '../follow-capture.ts'
import { useSelection } from './use-capture.ts'

/** Whether the journey's look is still on its way. Few have one, so the code for it is a chunk. */
export const useTheme = (capture: ShownCapture): boolean => {
  const theme = useSelection(capture, ({ context }) => context.session?.theme)
  const [shown, setShown] = useState<JourneyTheme | undefined>()
  const isOwn = Boolean(theme && (theme.colors ?? theme.radius) !== undefined)
  useEffect(() => {
    if (!isOwn || !theme) return
    import('../theme/apply-journey-theme.ts')
      .then(({ applyJourneyTheme }) => applyJourneyTheme(theme))
      // A look that cannot be had is no reason to show nothing.
      .then(
        () => setShown(theme),
        () => setShown(theme),
      )
  }, [isOwn, theme])
  return isOwn && shown !== theme
}
