import { CameraControls } from './components/CameraControls.tsx'
import { ConsentNotice } from './components/ConsentNotice.tsx'
import { DeniedScreen } from './screens/DeniedScreen.tsx'
import { DoneScreen } from './screens/DoneScreen.tsx'
import { HandoffScreen } from './screens/HandoffScreen.tsx'
import { LinkScreen } from './screens/LinkScreen.tsx'
import { ProblemScreen } from './screens/ProblemScreen.tsx'
import { RetryScreen } from './screens/RetryScreen.tsx'
import { StartScreen } from './screens/StartScreen.tsx'
import { TurnScreen } from './screens/TurnScreen.tsx'
import { TurnWaysScreen } from './screens/TurnWaysScreen.tsx'
import { UploadScreen } from './screens/UploadScreen.tsx'
import { VendorPageScreen } from './screens/VendorPageScreen.tsx'
import { VendorScreen } from './screens/VendorScreen.tsx'
import { VendorStartScreen } from './screens/VendorStartScreen.tsx'
import { VideoStartScreen } from './screens/VideoStartScreen.tsx'
import { WaitingScreen } from './screens/WaitingScreen.tsx'
import './styles/later.css'

/** What nobody sees before the camera: a chunk of its own. */
export const LATER_SCREENS = {
  denied: DeniedScreen,
  turn: TurnScreen,
  'turn-ways': TurnWaysScreen,
  upload: UploadScreen,
  'notice-start': () => (
    <StartScreen>
      <ConsentNotice />
    </StartScreen>
  ),
  'video-start': VideoStartScreen,
  'vendor-start': VendorStartScreen,
  'vendor-page': VendorPageScreen,
  'vendor-frame': VendorScreen,
  waiting: WaitingScreen,
  retry: RetryScreen,
  problem: ProblemScreen,
  done: DoneScreen,
  handoff: HandoffScreen,
  'link-used': () => <LinkScreen link="used" />,
  'link-expired': () => <LinkScreen link="expired" />,
  'link-replaced': () => <LinkScreen link="replaced" />,
  'link-invalid': () => <LinkScreen link="invalid" />,
} as const

/** What joins the live picture once it is there. */
export { CameraControls }
