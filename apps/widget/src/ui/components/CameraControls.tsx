import { useEffect } from 'react'
import { nextCamera } from '../../camera/next-camera.ts'
import { remember } from '../../memory.ts'
import { useCameras } from '../hooks/use-cameras.ts'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { useSound } from '../hooks/use-sound.ts'
import { useTouch } from '../hooks/use-touch.ts'
import { SENTENCE_MS } from '../sound/create-voice.ts'
import { Announcer } from './Announcer.tsx'
import type { CameraControlsProps } from './camera-controls-props.ts'
import { LaterIcon } from './LaterIcon.tsx'

const FOUND_BUZZ_MS = 40

const idOf = (video: HTMLVideoElement | null): string => {
  const stream = video?.srcObject
  const track = stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined
  return track?.getSettings().deviceId ?? ''
}

/** Beside the live picture: which camera, whether guidance is heard, and its words for screen readers. */
export const CameraControls = ({ text, isMissed, tried, guide }: CameraControlsProps) => {
  const { copy, locale, format } = useLaterCopy()
  const actor = useCaptureActor()
  const { guidance, steer, steadiness, video } = useCaptureContext(({ live }) => live)
  const isOnAtFirst = useCaptureContext(({ session }) => session?.theme.sound === true)
  const cameras = useCameras()
  const followed = guide ?? { code: guidance, steer, steadiness, gapMs: SENTENCE_MS }
  const { isOn, toggle } = useSound({ text, ...followed, locale, isOnAtFirst })
  useTouch(!guide && guidance === 'hold_still' ? 1 : 0, FOUND_BUZZ_MS)
  const chosen = useCaptureContext(({ cameraId }) => cameraId)
  // Stays, with the focus on it, while the next camera comes.
  const current = idOf(video) || (chosen ?? '')
  const { controls } = copy

  // A camera that shows no colour sees infrared: another one takes over, each once, without a word.
  const isGrey = guidance === 'grey_picture'
  useEffect(() => {
    if (!isGrey || !current) return
    const deviceId = nextCamera(cameras, [...tried, current])
    if (!deviceId) return
    // The browser may give the same one for another name.
    tried.push(current, deviceId)
    actor.send({ type: 'camera.chosen', deviceId })
  }, [isGrey, current, cameras, actor, tried])

  return (
    <div className="controls">
      <Announcer polite={text} urgent={isMissed ? text : ''} gapMs={followed.gapMs} />
      <button
        type="button"
        className="control"
        role="switch"
        aria-checked={isOn}
        aria-label={controls.sound}
        title={controls.sound}
        onClick={toggle}
      >
        <LaterIcon name={isOn ? 'sound' : 'soundOff'} />
      </button>
      {cameras.length > 1 && (
        <span className="control">
          <LaterIcon name="turn" />
          <select
            aria-label={controls.device}
            title={controls.device}
            value={current}
            onChange={({ currentTarget: { value } }) => {
              remember('camera', value)
              actor.send({ type: 'camera.chosen', deviceId: value })
            }}
          >
            {cameras.map(({ deviceId, label }, index) => (
              <option key={deviceId} value={deviceId}>
                {label || format(controls.deviceName, { number: String(index + 1) })}
              </option>
            ))}
          </select>
        </span>
      )}
    </div>
  )
}
