import { AUTO_RETRY_MS, retriesByItself } from '../../flow/auto-retry.ts'
import { toProblem } from '../../flow/capture-errors.ts'
import { Badge } from '../components/Badge.tsx'
import { Countdown } from '../components/Countdown.tsx'
import { Layout } from '../components/Layout.tsx'
import { OtherWay } from '../components/OtherWay.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** Something failed that the person can try again. */
export const ProblemScreen = () => {
  const { copy, format } = useLaterCopy()
  const actor = useCaptureActor()
  const problem = useCaptureContext(({ error }) => toProblem(error))
  const canLeave = useCaptureContext(({ session, resume }) => session !== null && resume !== 'leaving')
  const hasPicture = useCaptureContext(({ picture, resume }) => picture !== null && resume === 'uploading')
  const willRetry = useCaptureContext(retriesByItself)
  const { title, text } = problem === 'offline' ? copy.offline : copy.problem.kinds[problem]
  return (
    <Layout
      screen="problem"
      title={title}
      badge={<Badge icon="alert" tone="care" />}
      actions={
        <>
          <button
            type="button"
            className="button button-primary"
            onClick={() => actor.send({ type: 'problem.retried' })}
          >
            {copy.again}
          </button>
          {canLeave && (
            <button
              type="button"
              className="button"
              onClick={() => actor.send({ type: 'capture.cancelled' })}
            >
              {format(copy.back)}
            </button>
          )}
          <OtherWay />
        </>
      }
    >
      <p className="lead" data-testid="problem" data-code={problem}>
        {text}
      </p>
      {willRetry && <Countdown ms={AUTO_RETRY_MS} text={copy.problem.retrying} />}
      {hasPicture && <p className="lead">{copy.problem.kept}</p>}
    </Layout>
  )
}
