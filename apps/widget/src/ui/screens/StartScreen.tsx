import { FaceArt } from '../components/FaceArt.tsx'
import { Icon } from '../components/Icon.tsx'
import { Layout } from '../components/Layout.tsx'
import { OtherWay } from '../components/OtherWay.tsx'
import { PhoneButton } from '../components/PhoneButton.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useCaptureActor, useCaptureContext, useSnapshot } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'

const STEPS = [
  { key: 'look', icon: 'eye' },
  { key: 'send', icon: 'send' },
  { key: 'compare', icon: 'compare' },
] as const

/** Measured from the camera's first picture to the one that is sent, with time to read the guidance. */
const USUAL_SECONDS = 10

/** Who asks, what happens, what is taken; and the person's yes or no. */
export const StartScreen = () => {
  const { copy, say, sayCount } = useCopy()
  const actor = useCaptureActor()
  const isWorking = useSnapshot((snapshot) => snapshot.matches('consenting'))
  const isEnrolment = useCaptureContext(({ session }) => session?.purpose === 'enrolment')
  const { start } = copy
  const { title, consent } = isEnrolment ? start.enrolment : start
  const steps = isEnrolment ? { ...start.steps, compare: start.enrolment.keep } : start.steps
  return (
    <Layout
      screen="start"
      title={title}
      actions={
        <>
          <p className="consent">{say(consent)}</p>
          <button
            type="button"
            className="button button-primary"
            aria-disabled={isWorking}
            onClick={() => actor.send({ type: 'consent.given' })}
          >
            {isWorking && <Spinner />}
            {isWorking ? start.working : start.agree}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={isWorking}
            onClick={() => actor.send({ type: 'capture.refused' })}
          >
            {start.refuse}
          </button>
        </>
      }
    >
      <div className="intro">
        <p className="lead">{sayCount(start.lead, USUAL_SECONDS)}</p>
        <FaceArt />
      </div>
      <ol className="steps" aria-label={start.stepsLabel}>
        {STEPS.map(({ key, icon }) => (
          <li key={key}>
            <span className="step-icon">
              <Icon name={icon} />
            </span>
            <div>
              <strong>{steps[key].title}</strong>
              <span>{say(steps[key].text)}</span>
            </div>
          </li>
        ))}
      </ol>
      <ul className="tips" aria-label={start.tipsLabel}>
        {start.tips.map((tip) => (
          <li key={tip}>
            <Icon name="check" />
            {tip}
          </li>
        ))}
      </ul>
      <div className="ways">
        <PhoneButton />
        <OtherWay />
      </div>
    </Layout>
  )
}
