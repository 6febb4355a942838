import { createMessageFormatter } from '@visavis/shared/create-message-formatter'
import { useMemo } from 'react'
import type { Language } from '../i18n/load-language.ts'
import { CrashBoundary } from './components/CrashBoundary.tsx'
import type { ShownCapture } from './follow-capture.ts'
import { CaptureActorContext, useSelection } from './hooks/use-capture.ts'
import { SpeechContext } from './hooks/use-copy.ts'
import { useLanguage } from './hooks/use-language.ts'
import { useLater } from './hooks/use-later.ts'
import { useTheme } from './hooks/use-theme.ts'
import { BrokenScreen } from './screens/BrokenScreen.tsx'
import { CameraScreen } from './screens/CameraScreen.tsx'
import { LoadingScreen } from './screens/LoadingScreen.tsx'
import { StartScreen } from './screens/StartScreen.tsx'
import { type Screen, toScreen } from './to-screen.ts'

/** A later screen whose code did not come. */
const OfflineScreen = () => <BrokenScreen why="offline" />

const FIRST_SCREENS = {
  loading: LoadingScreen,
  start: StartScreen,
  camera: CameraScreen,
} as const

const isFirst = (screen: Screen): screen is keyof typeof FIRST_SCREENS => screen in FIRST_SCREENS

interface AppProps {
  capture: ShownCapture
  /** The language to begin with. */
  first: Language
  /** What the page around the frame asks for: before that of the session. */
  asked?: string | undefined
}

/** Shows the screen of the flow's state, in the language of the session. */
export const App = ({ capture, first, asked }: AppProps) => {
  const state = useSelection(capture, toScreen)
  const partnerName = useSelection(capture, ({ context }) => context.session?.partner_name)
  const { language, texts, isLoading } = useLanguage(capture, first, asked)
  const { locale, copy } = language
  const partner = partnerName || copy.partnerFallback
  const format = useMemo(() => createMessageFormatter(locale, { partner }), [locale, partner])
  const isUndressed = useTheme(capture)
  const screen = isLoading || isUndressed ? 'loading' : state
  const later = useLater(screen !== 'loading', language, texts, format)
  const loaded = later === 'failed' ? null : later
  const CurrentScreen = isFirst(screen)
    ? FIRST_SCREENS[screen]
    : later === 'failed'
      ? OfflineScreen
      : (loaded?.screens[screen] ?? LoadingScreen)
  return (
    <CaptureActorContext value={capture}>
      <SpeechContext
        value={{
          ...language,
          later: loaded?.copy ?? null,
          Controls: loaded?.Controls ?? null,
          partner,
          format,
        }}
      >
        <CrashBoundary onCrash={capture.stop} fallback={<BrokenScreen why="crashed" />}>
          <CurrentScreen key={screen} />
        </CrashBoundary>
      </SpeechContext>
    </CaptureActorContext>
  )
}
