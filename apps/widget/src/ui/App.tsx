import type { CaptureActor } from '../capture/create-capture.ts'
import { en } from '../i18n/en.ts'
import { CaptureActorContext, useSelection } from './hooks/use-capture.ts'
import { SpeechContext } from './hooks/use-copy.ts'
import { CameraScreen } from './screens/CameraScreen.tsx'
import { DeniedScreen } from './screens/DeniedScreen.tsx'
import { DoneScreen } from './screens/DoneScreen.tsx'
import { LinkScreen } from './screens/LinkScreen.tsx'
import { LoadingScreen } from './screens/LoadingScreen.tsx'
import { ProblemScreen } from './screens/ProblemScreen.tsx'
import { RetryScreen } from './screens/RetryScreen.tsx'
import { StartScreen } from './screens/StartScreen.tsx'
import { UploadScreen } from './screens/UploadScreen.tsx'
import { type Screen, toScreen } from './to-screen.ts'

const SCREENS: Readonly<Record<Screen, () => React.JSX.Element>> = {
  loading: LoadingScreen,
  start: StartScreen,
  camera: CameraScreen,
  denied: DeniedScreen,
  upload: UploadScreen,
  retry: RetryScreen,
  problem: ProblemScreen,
  done: DoneScreen,
  'link-used': () => <LinkScreen link="used" />,
  'link-expired': () => <LinkScreen link="expired" />,
  'link-replaced': () => <LinkScreen link="replaced" />,
  'link-invalid': () => <LinkScreen link="invalid" />,
}

/** Shows the screen of the flow's state. */
export const App = ({ capture }: { capture: CaptureActor }) => {
  const screen = useSelection(capture, toScreen)
  const partnerName = useSelection(capture, ({ context }) => context.session?.partner_name)
  const CurrentScreen = SCREENS[screen]
  return (
    <CaptureActorContext value={capture}>
      <SpeechContext value={{ copy: en, partner: partnerName || en.partnerFallback }}>
        <CurrentScreen key={screen} />
      </SpeechContext>
    </CaptureActorContext>
  )
}
