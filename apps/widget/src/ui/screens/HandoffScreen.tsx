import type { HandoffView } from '../../handoff/follow-handoff.ts'
import type { HandoffCopy } from '../../i18n/handoff-copy.ts'
import { Badge } from '../components/Badge.tsx'
import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'
import { useHandoffCopy } from '../hooks/use-handoff-copy.ts'
import { BrokenScreen } from './BrokenScreen.tsx'
import '../styles/handoff.css'

/** The code to scan, then what the other device is at. */
export const HandoffScreen = () => {
  const { copy, locale } = useCopy()
  const words = useHandoffCopy(locale)
  const view = useCaptureContext(({ handoff }) => handoff)
  if (words === 'failed') return <BrokenScreen why="offline" />
  if (!words || !view) {
    return (
      <Layout screen="handoff" title={copy.usePhone} isWaiting>
        <Spinner />
      </Layout>
    )
  }
  switch (view.state) {
    case 'waiting':
      return <Waiting words={words} view={view} />
    case 'connected':
      return <Connected words={words} />
    case 'cancelled':
      return <Cancelled words={words} />
  }
}

const Waiting = ({ words, view }: { words: HandoffCopy; view: HandoffView }) => {
  const { format } = useCopy()
  const { qr, number, digits, digits_url } = view
  return (
    <Layout screen="handoff" title={words.title} actions={<CancelButton text={words.here} />}>
      <p className="lead">{words.scan}</p>
      {qr && (
        <svg
          className="qr"
          role="img"
          aria-label={words.codeLabel}
          data-testid="handoff-code"
          data-url={qr.url}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
        >
          <path d={qr.path} />
        </svg>
      )}
      <p className="handoff-number">
        <span>{words.number}</span>{' '}
        <strong data-testid="handoff-number" translate="no">
          {number}
        </strong>
      </p>
      {digits && digits_url && (
        <p className="hint">
          <span>{format(words.digits, { address: digits_url.replace(/^https?:\/\//, '') })}</span>{' '}
          <bdi className="digits" data-testid="handoff-digits" translate="no">
            {`${digits.slice(0, 4)} ${digits.slice(4)}`}
          </bdi>
        </p>
      )}
      <p className="hint" role="status">
        <Spinner />
        <span>{words.waiting}</span>
      </p>
    </Layout>
  )
}

const Connected = ({ words }: { words: HandoffCopy }) => (
  <Layout
    screen="handoff"
    title={words.connectedTitle}
    badge={<Badge icon="check" tone="good" />}
    actions={<CancelButton text={words.takeBack} />}
  >
    <p className="lead" role="status">
      <Spinner />
      <span>{words.connectedText}</span>
    </p>
  </Layout>
)

const Cancelled = ({ words }: { words: HandoffCopy }) => {
  const actor = useCaptureActor()
  const isOurs = useCaptureContext(({ session }) => session !== null)
  return (
    <Layout
      screen="handoff"
      title={words.cancelledTitle}
      badge={<Badge icon="retry" tone="care" />}
      actions={
        <>
          {isOurs && (
            <button
              type="button"
              className="button button-primary"
              onClick={() => actor.send({ type: 'handoff.requested' })}
            >
              {words.again}
            </button>
          )}
          <CancelButton text={words.here} />
        </>
      }
    >
      <p className="lead">{words.cancelledText}</p>
    </Layout>
  )
}

const CancelButton = ({ text }: { text: string }) => {
  const actor = useCaptureActor()
  return (
    <button type="button" className="button" onClick={() => actor.send({ type: 'handoff.cancelled' })}>
      {text}
    </button>
  )
}
