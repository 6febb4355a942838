import { useEffect, useState } from 'react'
import { canTakePhoto } from '../../flow/capture-rules.ts'
import { Icon } from '../components/Icon.tsx'
import { Layout } from '../components/Layout.tsx'
import { LiveVideo } from '../components/LiveVideo.tsx'
import { Stage } from '../components/Stage.tsx'
import { toGuidanceLine } from '../guidance-line.ts'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'
import { useIsPortrait } from '../hooks/use-is-portrait.ts'
import { mayTakeFocus } from '../may-take-focus.ts'

/** The browser's question, then the live picture with one piece of guidance. */
export const CameraScreen = () => {
  const { copy, later, Controls } = useCopy()
  const actor = useCaptureActor()
  const live = useCaptureContext((context) => context.live)
  const upload = useCaptureContext(({ session }) => session?.photo_upload)
  const takesPhoto = useCaptureContext(canTakePhoto)
  const isResuming = useCaptureContext((context) => context.isResuming)
  const { camera } = copy
  const isOn = live.video !== null || isResuming
  const text = later ? toGuidanceLine(later, live) : copy.loading
  const [tried] = useState<string[]>([])
  const isPortrait = useIsPortrait(live.video)
  const isFound = live.guidance === 'hold_still'
  const isStarting = live.video !== null && live.guidance === 'starting'
  const engineShare = useCaptureContext((context) => context.engineShare)
  const { video } = live
  useEffect(() => {
    // The button that had the focus can go with the camera (WCAG 2.2, 2.4.3).
    const isLost = document.activeElement === document.body
    if (!video && isLost && mayTakeFocus()) document.querySelector('h1')?.focus()
  }, [video])
  const tone = isFound ? 'found' : live.video ? 'seeking' : 'waiting'
  return (
    <Layout
      screen="camera"
      title={isOn ? camera.liveTitle : camera.askingTitle}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
      actions={
        live.video ? (
          <div className="shutter-place">
            {live.hasShutter && (
              <button
                type="button"
                className="button button-primary"
                onClick={() => actor.send({ type: 'shutter.pressed' })}
              >
                <Icon name="camera" />
                <span>{camera.shutter}</span>
              </button>
            )}
            {upload === 'always' && <SkipButton />}
          </div>
        ) : (
          live.isSlow && takesPhoto && <SkipButton />
        )
      }
    >
      <Stage
        orientation={isPortrait ? 'portrait' : 'landscape'}
        tone={tone}
        progress={isFound ? live.steadiness : isStarting ? engineShare : 0}
      >
        {live.video ? (
          <LiveVideo video={live.video} label={camera.previewLabel} />
        ) : (
          <span className="stage-icon">
            <Icon name="camera" />
          </span>
        )}
        {isOn && Controls && <Controls text={text} isMissed={live.hasMissed} tried={tried} />}
      </Stage>
      {isOn ? (
        // Changes too fast to be a live region: `Controls` holds one that keeps pace with a voice.
        <p className="guidance" data-testid="guidance" data-code={live.guidance}>
          {text}
        </p>
      ) : (
        <p className="guidance" role="status">
          {live.isSlow ? camera.slowText : camera.askingText}
        </p>
      )}
    </Layout>
  )
}

/** Goes on where a photo can be chosen instead. */
const SkipButton = () => {
  const { copy } = useCopy()
  const actor = useCaptureActor()
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => actor.send({ type: 'camera.skipped' })}
    >
      {copy.camera.skip}
    </button>
  )
}
