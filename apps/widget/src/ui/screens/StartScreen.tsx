import type { ReactNode } from 'react'
import { FaceArt } from '../components/FaceArt.tsx'
import { Icon } from '../components/Icon.tsx'
import { StartLayout } from '../components/StartLayout.tsx'
import { useCaptureContext } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'

/** Measured from the camera's first picture to the one that is sent, with time to read the guidance. */
const USUAL_SECONDS = 10

/** Who asks, and that our page takes the picture. @param children what the person is told besides */
export const StartScreen = ({ children }: { children?: ReactNode }) => {
  const { copy, format } = useCopy()
  const isEnrolment = useCaptureContext(({ session }) => session?.purpose === 'enrolment')
  const { start } = copy
  const { title, consent } = isEnrolment ? start.enrolment : start
  const { look, send, compare } = start.steps
  return (
    <StartLayout
      screen="start"
      title={title}
      consent={consent}
      steps={[
        { icon: 'eye', ...look },
        { icon: 'send', ...send },
        { icon: 'compare', ...(isEnrolment ? start.enrolment.keep : compare) },
      ]}
      intro={
        <div className="intro">
          <p className="lead">{format(start.lead, { count: USUAL_SECONDS })}</p>
          <FaceArt />
        </div>
      }
    >
      <ul className="tips" aria-label={start.tipsLabel}>
        {Object.values(start.tips).map((tip) => (
          <li key={tip}>
            <Icon name="check" />
            <span>{tip}</span>
          </li>
        ))}
      </ul>
      {children}
    </StartLayout>
  )
}
