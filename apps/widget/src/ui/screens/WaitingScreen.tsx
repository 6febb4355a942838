import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** A verdict is pending, and there is no picture of ours to show meanwhile. */
export const WaitingScreen = () => {
  const { copy } = useLaterCopy()
  const { vendor } = copy
  return (
    <Layout screen="waiting" title={vendor.waitTitle} isWaiting slowText={vendor.slowText}>
      <p className="lead" role="status">
        <Spinner />
        <span>{vendor.waitText}</span>
      </p>
    </Layout>
  )
}
