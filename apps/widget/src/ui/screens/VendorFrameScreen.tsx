import { useCallback } from 'react'
import { followVendorFrame } from '../../bridge/follow-vendor-frame.ts'
import { parseUrl } from '../../parse-url.ts'
import { Layout } from '../components/Layout.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** The vendor's page inside ours. */
export const VendorFrameScreen = () => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const step = useCaptureContext(({ next }) => (next?.next === 'frame' ? next : null))
  const follow = useCallback(
    (frame: HTMLIFrameElement) =>
      step
        ? followVendorFrame({
            frame,
            step,
            onReport: (handed) => actor.send({ type: 'vendor.handed', handed }),
          })
        : undefined,
    [actor, step],
  )
  const { vendor } = copy
  // Nothing but the origin that the page was opened to is ever shown; the policy would block it too.
  const isItsOwn = step !== null && parseUrl(step.url)?.origin === step.origin
  return (
    <Layout
      screen="vendor-frame"
      title={vendor.frameTitle}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
    >
      {isItsOwn && (
        <iframe
          ref={follow}
          className="vendor-frame"
          title={vendor.frameLabel}
          src={step.url}
          allow={step.allow}
        />
      )}
    </Layout>
  )
}
