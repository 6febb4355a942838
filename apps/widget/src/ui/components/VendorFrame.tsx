import { useCallback } from 'react'
import { type FrameStep, followVendorFrame } from '../../bridge/follow-vendor-frame.ts'
import { parseUrl } from '../../parse-url.ts'
import { useCaptureActor } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** The vendor's page, with an ear for what it says. */
export const VendorFrame = ({ step }: { step: FrameStep }) => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const follow = useCallback(
    (frame: HTMLIFrameElement) =>
      followVendorFrame({
        frame,
        step,
        onReport: (handed) => actor.send({ type: 'vendor.handed', handed }),
      }),
    [actor, step],
  )
  // Nothing but the origin that the page was opened to is ever shown; the policy would block it too.
  if (parseUrl(step.url)?.origin !== step.origin) return null
  return (
    <iframe
      ref={follow}
      className="vendor-frame"
      title={copy.vendor.frameLabel}
      src={step.url}
      allow={step.allow}
    />
  )
}
