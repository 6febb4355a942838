import { useCallback } from 'react'
import { followScriptFrame } from '../../bridge/follow-script-frame.ts'
import { parseUrl } from '../../parse-url.ts'
import type { SdkStep } from '../../vendor-sdks/start-vendor-sdk.ts'
import { useCaptureActor } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/**
 * The vendor's script, in a frame of an origin of its own: what all tenants' links share is none of its business. It has
 * the camera, the step of this capture, and no way to look at the page around.
 */
export const VendorSdk = ({ step }: { step: SdkStep }) => {
  const origin = parseUrl(step.frame_url ?? '')?.origin
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const follow = useCallback(
    (frame: HTMLIFrameElement) =>
      followScriptFrame({
        frame,
        step,
        origin: origin ?? '',
        onHanded: (handed) => actor.send({ type: 'vendor.handed', handed }),
        onFailed: (error) => actor.send({ type: 'vendor.failed', error }),
      }),
    [actor, origin, step],
  )
  // Never at home where this page is.
  if (origin === undefined || origin === location.origin) return null
  return (
    <iframe
      ref={follow}
      className="vendor-frame"
      data-testid="vendor-sdk"
      title={copy.vendor.frameLabel}
      src={step.frame_url}
      sandbox="allow-scripts allow-same-origin"
      allow="camera"
    />
  )
}
