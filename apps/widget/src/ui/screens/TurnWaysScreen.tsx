import { Badge } from '../components/Badge.tsx'
import { Layout } from '../components/Layout.tsx'
import { OtherWay } from '../components/OtherWay.tsx'
import { PhoneButton } from '../components/PhoneButton.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { TurnAgainScreen } from './TurnAgainScreen.tsx'

const TROUBLES: Readonly<Record<string, 'slow' | 'blind'>> = {
  'turn.stuck': 'slow',
  'engine.failed': 'blind',
}

/** The turn once more, or another way. */
export const TurnWaysScreen = () => {
  const why = useCaptureContext(({ turnTrouble }) => turnTrouble)
  return why === null ? <TurnAgainScreen /> : <WaysScreen trouble={TROUBLES[why]} />
}

/** For those who cannot turn the head, or need longer, and for browsers that cannot see it. */
const WaysScreen = ({ trouble }: { trouble: 'slow' | 'blind' | undefined }) => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const { ways } = copy.turn
  const { title, text } = trouble ? ways[trouble] : ways
  return (
    <Layout
      screen="turn-ways"
      title={title}
      badge={<Badge icon={trouble ? 'clock' : 'head'} />}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
      actions={
        <>
          <button
            type="button"
            className="button button-primary"
            onClick={() => actor.send({ type: 'camera.retried' })}
          >
            {trouble ? copy.again : ways.go}
          </button>
          {trouble !== 'blind' && (
            <button
              type="button"
              className="button"
              data-testid="more-time"
              onClick={() => actor.send({ type: 'time.requested' })}
            >
              {ways.time}
            </button>
          )}
          <PhoneButton />
          <OtherWay />
        </>
      }
    >
      <p className="lead" data-testid="turn-trouble" data-code={trouble ?? 'asked'}>
        {text}
      </p>
      {trouble === 'slow' && <p className="lead">{ways.text}</p>}
    </Layout>
  )
}
