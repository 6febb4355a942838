import type { CompiledMessage } from '@visavis/shared/compiled-message'
import type { ReactNode } from 'react'
import { useCaptureActor, useSnapshot } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Layout } from './Layout.tsx'
import { OtherWay } from './OtherWay.tsx'
import { PhoneButton } from './PhoneButton.tsx'
import { Spinner } from './Spinner.tsx'

interface StartLayoutProps {
  screen: 'start' | 'video-start' | 'vendor-start'
  title: string
  intro: ReactNode
  steps: readonly { icon: IconName; title: string; text: CompiledMessage }[]
  consent: CompiledMessage
  children?: ReactNode
}

/** What happens, what is taken; and the person's yes or no. */
export const StartLayout = ({ screen, title, intro, steps, consent, children }: StartLayoutProps) => {
  const { copy, format } = useCopy()
  const actor = useCaptureActor()
  const isWorking = useSnapshot((snapshot) => snapshot.matches('consenting'))
  const { start } = copy
  return (
    <Layout
      screen={screen}
      title={title}
      actions={
        <>
          <p className="consent">{format(consent)}</p>
          <button
            type="button"
            className="button button-primary"
            aria-disabled={isWorking}
            onClick={() => actor.send({ type: 'consent.given' })}
          >
            {isWorking && <Spinner />}
            <span>{isWorking ? start.working : start.agree}</span>
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
      {intro}
      <ol className="steps" aria-label={start.stepsLabel}>
        {steps.map(({ icon, title: step, text }) => (
          <li key={step}>
            <span className="step-icon">
              <Icon name={icon} />
            </span>
            <div>
              <strong>{step}</strong>
              <span>{format(text)}</span>
            </div>
          </li>
        ))}
      </ol>
      {children}
      <div className="ways">
        <PhoneButton />
        <OtherWay />
      </div>
    </Layout>
  )
}
