import { useCallback } from 'react'
import type { CameraFailure } from '../../camera/camera-error.ts'
import { canTakePhoto } from '../../flow/capture-rules.ts'
import { browserFamily } from '../browser-family.ts'
import { Badge } from '../components/Badge.tsx'
import { LaterIcon } from '../components/LaterIcon.tsx'
import { Layout } from '../components/Layout.tsx'
import { OpenElsewhere } from '../components/OpenElsewhere.tsx'
import { OtherWay } from '../components/OtherWay.tsx'
import { PhoneButton } from '../components/PhoneButton.tsx'
import { PhotoPicker } from '../components/PhotoPicker.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { usePermissionGranted } from '../hooks/use-permission-granted.ts'

/** Trying again may not help there. */
const OFFERS_PHOTO: readonly CameraFailure[] = ['policy', 'insecure', 'missing', 'unsupported']

/** No camera: why, and the ways on. Trying it again is the first of them. */
export const DeniedScreen = () => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const failure = useCaptureContext(({ cameraFailure }) => cameraFailure)
  const issue = useCaptureContext(({ photoIssue }) => photoIssue)
  const takesPhoto = useCaptureContext(canTakePhoto)
  const { title, text } = copy.fallback.reasons[failure ?? 'skipped']
  const tryCamera = useCallback(() => actor.send({ type: 'camera.retried' }), [actor])
  usePermissionGranted(tryCamera)
  return (
    <Layout
      screen="denied"
      title={title}
      badge={<Badge icon="cameraOff" tone="care" />}
      actions={
        <>
          {issue && (
            <p className="notice" role="alert" data-testid="photo-issue" data-code={issue}>
              <LaterIcon name="alert" />
              <span>{copy.photo.issues[issue]}</span>
            </p>
          )}
          {issue === 'no_face' && (
            <button type="button" className="button" onClick={() => actor.send({ type: 'photo.insisted' })}>
              <LaterIcon name="send" />
              <span>{copy.photo.insist}</span>
            </button>
          )}
          <button type="button" className="button button-primary" onClick={tryCamera}>
            <LaterIcon name="retry" />
            <span>{copy.fallback.tryCamera}</span>
          </button>
          {takesPhoto && <PhotoPicker />}
          <OpenElsewhere />
          <PhoneButton />
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
      <p className="lead" data-testid="camera-failure" data-code={failure ?? 'skipped'}>
        <span>{text}</span>
        {takesPhoto && failure && OFFERS_PHOTO.includes(failure) && (
          <>
            {' '}
            <span>{copy.fallback.orPhoto}</span>
          </>
        )}
      </p>
      {failure === 'refused' && (
        <p className="steps-text">
          {copy.fallback.steps[browserFamily(navigator.userAgent, navigator.maxTouchPoints)]}
        </p>
      )}
    </Layout>
  )
}
