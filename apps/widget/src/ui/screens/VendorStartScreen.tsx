import { Icon } from '../components/Icon.tsx'
import { Layout } from '../components/Layout.tsx'
import { OtherWay } from '../components/OtherWay.tsx'
import { PhoneButton } from '../components/PhoneButton.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useCaptureActor, useSnapshot } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

const STEPS = [
  { key: 'open', icon: 'send' },
  { key: 'look', icon: 'eye' },
  { key: 'compare', icon: 'compare' },
] as const

/** As the start screen, for a capture that a service of the partner's takes: what it says has to be true of that. */
export const VendorStartScreen = () => {
  const { copy, say } = useLaterCopy()
  const actor = useCaptureActor()
  const isWorking = useSnapshot((snapshot) => snapshot.matches('consenting'))
  const { start, vendor } = copy
  return (
    <Layout
      screen="vendor-start"
      title={start.title}
      actions={
        <>
          <p className="consent">{say(vendor.consent)}</p>
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
          <PhoneButton />
          <OtherWay />
        </>
      }
    >
      <p className="lead">{say(vendor.lead)}</p>
      <ol className="steps" aria-label={start.stepsLabel}>
        {STEPS.map(({ key, icon }) => (
          <li key={key}>
            <span className="step-icon">
              <Icon name={icon} />
            </span>
            <div>
              <strong>{vendor.steps[key].title}</strong>
              <span>{say(vendor.steps[key].text)}</span>
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
    </Layout>
  )
}
