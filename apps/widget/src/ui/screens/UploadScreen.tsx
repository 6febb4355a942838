import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { Stage } from '../components/Stage.tsx'
import { useCaptureContext, useSnapshot } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { usePicture } from '../hooks/use-picture.ts'

/** The picture on its way: prepared, sent, checked. */
export const UploadScreen = () => {
  const { copy, sayPercent } = useLaterCopy()
  const picture = useCaptureContext((context) => context.picture)
  const progress = useCaptureContext((context) => context.progress)
  const isPreparing = useSnapshot((snapshot) => snapshot.matches('preparing'))
  const isChecking = useSnapshot((snapshot) => snapshot.matches('checking'))
  const shown = usePicture(picture?.blob ?? null)
  const { upload } = copy
  const isSent = isChecking || progress === 1
  const percent = Math.round(progress * 100)
  const title = isPreparing ? upload.preparing : isSent ? upload.checkingTitle : upload.title
  return (
    <Layout screen="upload" title={title} isWaiting={isSent || isPreparing}>
      <Stage
        orientation={shown?.isPortrait ? 'portrait' : 'landscape'}
        tone="found"
        progress={isPreparing ? 0 : isSent ? 1 : progress}
      >
        {shown && (
          <img className="still" data-source={picture?.source} src={shown.url} alt={upload.pictureLabel} />
        )}
      </Stage>
      {isSent || isPreparing ? (
        <p className="guidance">
          <span>
            <Spinner />
            <span>{upload.text}</span>
          </span>
        </p>
      ) : (
        <p className="guidance">
          <span
            role="progressbar"
            translate="no"
            aria-label={upload.progressLabel}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={percent}
          >
            {sayPercent(progress)}
          </span>
        </p>
      )}
    </Layout>
  )
}
