import { Badge } from '../components/Badge.tsx'
import { LaterIcon } from '../components/LaterIcon.tsx'
import { Layout } from '../components/Layout.tsx'
import { useCaptureActor } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** The turn could not be seen well enough: what helps, and the two ways on. */
export const TurnAgainScreen = () => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const { again } = copy.turn
  return (
    <Layout
      screen="turn-ways"
      title={copy.retry.title}
      badge={<Badge icon="retry" tone="care" />}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
      actions={
        <>
          <button
            type="button"
            className="button button-primary"
            onClick={() => actor.send({ type: 'camera.retried' })}
          >
            {copy.again}
          </button>
          <button
            type="button"
            className="button"
            data-testid="turn-ways"
            onClick={() => actor.send({ type: 'ways.requested' })}
          >
            {again.ways}
          </button>
        </>
      }
    >
      <p className="lead">{again.text}</p>
      <ul className="tips">
        {Object.values(again.tips).map((tip) => (
          <li key={tip}>
            <LaterIcon name="check" />
            <span>{tip}</span>
          </li>
        ))}
      </ul>
    </Layout>
  )
}
