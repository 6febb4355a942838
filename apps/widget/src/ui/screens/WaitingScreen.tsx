import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** About twenty seconds, as the pauses grow. */
const SLOW_READS = 6

/** A verdict is pending, and there is no picture of ours to show meanwhile. */
export const WaitingScreen = () => {
  const { copy } = useLaterCopy()
  const isSlow = useCaptureContext(({ reads }) => reads >= SLOW_READS)
  const { vendor } = copy
  return (
    <Layout screen="waiting" title={vendor.waitTitle}>
      <p className="lead" role="status">
        <Spinner />
        <span>{isSlow ? vendor.slowText : vendor.waitText}</span>
      </p>
    </Layout>
  )
}
