import { useEffect, useState } from 'react'
import { FIRST_VIEW } from '../../turn/turn-view.ts'
import { Icon } from '../components/Icon.tsx'
import { Layout } from '../components/Layout.tsx'
import { LiveVideo } from '../components/LiveVideo.tsx'
import { Stage } from '../components/Stage.tsx'
import { TurnRing } from '../components/TurnRing.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { useIsPortrait } from '../hooks/use-is-portrait.ts'
import { useTouch } from '../hooks/use-touch.ts'
import { mayTakeFocus } from '../may-take-focus.ts'
import { toTurnLine } from '../turn-line.ts'
import '../styles/turn.css'

const DONE_BUZZ_MS = 30
/** Cues follow each other faster than the guidance of a picture, and wait for nobody. */
const GAP_MS = 600

/** The head is turned, then the picture takes itself: one screen, and one motion. */
export const TurnScreen = () => {
  const { copy, Controls } = useLaterCopy()
  const actor = useCaptureActor()
  const live = useCaptureContext((context) => context.live)
  const view = useCaptureContext((context) => context.turn)
  const { ask, word, reached, done } = { ...FIRST_VIEW, ...view }
  const [tried] = useState<string[]>([])
  const isPortrait = useIsPortrait(live.video)
  useTouch(done, DONE_BUZZ_MS)
  const { turn, camera } = copy
  const isPicture = word === 'picture'
  const isStarting = live.video !== null && live.guidance === 'starting'
  const engineShare = useCaptureContext((context) => context.engineShare)
  const isFound = isPicture && live.guidance === 'hold_still'
  const text = toTurnLine(copy, word, live)
  const code = isPicture || word === 'aim' ? live.guidance : word
  const side = ask === 'centre' ? null : ask
  const share = side ? reached[side] : 0
  useEffect(() => {
    // The button for those who cannot goes with the last turn, and the focus with it (WCAG 2.2, 2.4.3).
    const isLost = document.activeElement === document.body
    if (isPicture && isLost && mayTakeFocus()) document.querySelector('h1')?.focus()
  }, [isPicture])
  return (
    <Layout
      screen="turn"
      title={isPicture ? camera.liveTitle : turn.title}
      // The focus would cut "Look straight ahead" short, to say the same.
      titleKey="turn"
      isWaiting={isStarting}
      onCancel={() => actor.send({ type: 'capture.cancelled' })}
      actions={
        <div className="shutter-place">
          {!isPicture && (
            <button
              type="button"
              className="button button-quiet"
              data-testid="turn-ways"
              onClick={() => actor.send({ type: 'ways.requested' })}
            >
              {turn.cannot}
            </button>
          )}
          {isPicture && live.hasShutter && (
            <button
              type="button"
              className="button button-primary"
              onClick={() => actor.send({ type: 'shutter.pressed' })}
            >
              <Icon name="camera" />
              <span>{camera.shutter}</span>
            </button>
          )}
        </div>
      }
    >
      <div className="turn" data-testid="turn" data-turn={ask} data-done={done}>
        <Stage
          orientation={isPortrait ? 'portrait' : 'landscape'}
          tone={side || isFound ? 'found' : live.video ? 'seeking' : 'waiting'}
          progress={isFound ? live.steadiness : isStarting ? engineShare : 0}
        >
          {live.video && <LiveVideo video={live.video} label={camera.previewLabel} />}
          {!isFound && <TurnRing ask={ask} reached={reached} />}
          {Controls && (
            <Controls
              text={text}
              isMissed={isPicture && live.hasMissed}
              tried={tried}
              {...(!isPicture && {
                guide: {
                  // Rising tones, as while the person holds still.
                  code: share > 0 ? 'hold_still' : word,
                  steer: side,
                  steadiness: share,
                  gapMs: GAP_MS,
                },
              })}
            />
          )}
        </Stage>
      </div>
      {/* Changes too fast to be a live region: `Controls` holds one. */}
      <p className="guidance" data-testid="guidance" data-code={code}>
        {text}
      </p>
    </Layout>
  )
}
