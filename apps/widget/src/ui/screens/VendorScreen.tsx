import { Layout } from '../components/Layout.tsx'
import { VendorFrame } from '../components/VendorFrame.tsx'
import { VendorSdk } from '../components/VendorSdk.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** The vendor takes the capture inside our page. */
export const VendorScreen = () => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const next = useCaptureContext((context) => context.next)
  return (
    <Layout
      screen="vendor-frame"
      title={copy.vendor.frameTitle}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
    >
      {next?.next === 'frame' && <VendorFrame step={next} />}
      {next?.next === 'frame' && next.app_code && (
        <p>
          <span>{copy.vendor.appCode}</span>{' '}
          <bdi className="digits" data-testid="app-code" translate="no">
            {next.app_code}
          </bdi>
        </p>
      )}
      {next?.next === 'vendor_sdk' && <VendorSdk step={next} />}
    </Layout>
  )
}
