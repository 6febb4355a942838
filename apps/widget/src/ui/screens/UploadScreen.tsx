import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { Stage } from '../components/Stage.tsx'
import { useCaptureContext, useSnapshot } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { usePicture } from '../hooks/use-picture.ts'

/** Drawn of the ring before the first bytes are sent: it is a ring that fills from the start. */
const BEGUN = 0.04

/** The picture on its way: prepared, sent, checked. */
export const UploadScreen = () => {
  const { copy } = useLaterCopy()
  const picture = useCaptureContext((context) => context.picture)
  const progress = useCaptureContext((context) => context.progress)
  const isPreparing = useSnapshot((snapshot) => snapshot.matches('preparing'))
  const isChecking = useSnapshot((snapshot) => snapshot.matches('checking'))
  const shown = usePicture(picture?.blob ?? null)
  const { upload } = copy
  const isSent = isChecking || progress === 1
  const title = isPreparing ? upload.preparing : isSent ? upload.checkingTitle : upload.title
  return (
    <Layout screen="upload" title={title} isWaiting={isSent || isPreparing}>
      <Stage
        orientation={shown?.isPortrait ? 'portrait' : 'landscape'}
        tone="found"
        progress={isPreparing ? 0 : isSent ? 1 : Math.max(progress, BEGUN)}
      >
        {shown && (
          <img className="still" data-source={picture?.source} src={shown.url} alt={upload.pictureLabel} />
        )}
      </Stage>
      {!isSent && !isPreparing && (
        // To be seen, that is the ring.
        <span
          className="unseen"
          role="progressbar"
          aria-label={upload.progressLabel}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(progress * 100)}
        />
      )}
      <p className="guidance">
        <span>
          {(isSent || isPreparing) && <Spinner />}
          <span>{upload.text}</span>
        </span>
      </p>
    </Layout>
  )
}
