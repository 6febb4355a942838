import { isWebUrl } from '../../is-web-url.ts'
import { Badge } from '../components/Badge.tsx'
import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useCaptureActor, useCaptureContext, useSnapshot } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** On the way to the vendor's page, or beside it. */
export const VendorPageScreen = () => {
  const { copy } = useLaterCopy()
  const isDeparting = useSnapshot((snapshot) => snapshot.matches('departing'))
  return isDeparting ? (
    <Layout screen="vendor-page" title={copy.vendor.goingTitle} badge={<Badge icon="link" />} isWaiting>
      <p className="lead">
        <Spinner />
        <span>{copy.loading}</span>
      </p>
    </Layout>
  ) : (
    <Away />
  )
}

const Away = () => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const opensBeside = useCaptureContext((context) => context.opensBeside)
  const url = useCaptureContext(({ next }) => (next?.next === 'redirect' ? next.url : ''))
  const { vendor } = copy
  return (
    <Layout
      screen="vendor-page"
      title={vendor.awayTitle}
      badge={<Badge icon="link" />}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
      actions={
        opensBeside && isWebUrl(url) ? (
          <a className="button button-primary" href={url} target="_blank" rel="noopener noreferrer">
            {vendor.open}
          </a>
        ) : (
          <button
            type="button"
            className="button button-primary"
            onClick={() => actor.send({ type: 'vendor.requested' })}
          >
            {vendor.open}
          </button>
        )
      }
    >
      <p className="lead">{opensBeside ? vendor.besideText : vendor.awayText}</p>
    </Layout>
  )
}
