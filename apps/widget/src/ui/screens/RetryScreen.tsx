import { canTakePhoto } from '../../flow/capture-rules.ts'
import { Badge } from '../components/Badge.tsx'
import { LaterIcon } from '../components/LaterIcon.tsx'
import { Layout } from '../components/Layout.tsx'
import { OtherWay } from '../components/OtherWay.tsx'
import { PhotoPicker } from '../components/PhotoPicker.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** The picture could not be used: why, and another go the way the first one was taken. */
export const RetryScreen = () => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const next = useCaptureContext((context) => context.next)
  const isPhoto = useCaptureContext((context) => context.picture?.source === 'photo' && canTakePhoto(context))
  const reasons = next?.next === 'retry' ? next.reasons : []
  const tryCamera = () => actor.send({ type: 'camera.retried' })
  return (
    <Layout
      screen="retry"
      title={copy.retry.title}
      badge={<Badge icon="retry" tone="care" />}
      actions={
        <>
          {isPhoto ? (
            <>
              <PhotoPicker isMain />
              <button type="button" className="button" onClick={tryCamera}>
                <LaterIcon name="camera" />
                <span>{copy.fallback.tryCamera}</span>
              </button>
            </>
          ) : (
            <button type="button" className="button button-primary" onClick={tryCamera}>
              {copy.retry.again}
            </button>
          )}
          <OtherWay />
          <button
            type="button"
            className="button button-quiet"
            onClick={() => actor.send({ type: 'capture.cancelled' })}
          >
            {copy.fallback.cancel}
          </button>
        </>
      }
    >
      {reasons.map((reason) => (
        <p key={reason} className="lead" data-testid="retry-reason" data-code={reason}>
          {copy.retry.reasons[reason]}
        </p>
      ))}
    </Layout>
  )
}
