import { Heading } from '../parts/Heading.tsx'
import { SignOn } from './SignOn.tsx'

/** In a tab of its own, so that nothing is lost of what somebody was about to do. */
export const ConfirmPage = () => (
  <main className="door">
    <Heading title="Confirm that it is you" />
    <p>Your sign-in provider asks once more who you are. After that, go on in the tab that you came from.</p>
    <SignOn purpose="step-up" label="Go on to" isPrimary />
  </main>
)
