import { toGateOverrides } from '@visavis/face-quality/gate-thresholds'
import { toLiveGates } from '@visavis/face-quality/live-gates'
import { type QualityVector, toQualityVector } from '@visavis/face-quality/quality-vector'
import type { CaptureSession } from '@visavis/shared/capture-api'
import { CaptureApiError } from '../api/capture-api-error.ts'
import type { Sign } from '../api/sign.ts'
import { videoFrames } from '../camera/video-frames.ts'
import { canRunEngine } from '../detector/can-run-engine.ts'
import { createDetectorWorker } from '../detector/create-detector-worker.ts'
import { createEngine } from '../detector/engine.ts'
import { DetectorError, type FaceDetector } from '../detector/face-detector.ts'
import { startMediapipeDetector } from '../detector/mediapipe-detector.ts'
import type { CaptureResult } from '../picture/capture-result.ts'
import { watchFrames } from '../selfie/watch-frames.ts'
import { startTurns } from '../turn/start-turns.ts'
import type { WatchFrames } from './live-session.ts'

/** More would take the worker seconds and a phone's memory. */
const MAX_MEASURED_PIXELS = 16_000_000

interface TurnTask {
  /** The capture token. */
  token: string
  sign?: Sign | undefined
  hasMoreTime: boolean
}

/** The on-device checks: a chunk of its own, loaded when the camera is on. */
export const createOnDevice = (
  {
    engine: { files },
    thresholds,
    max_image_bytes,
    turn_video = false,
  }: Pick<CaptureSession, 'engine' | 'thresholds' | 'max_image_bytes' | 'turn_video'>,
  onProgress: (share: number) => void,
) => {
  const engine = createEngine(
    (signal, onShare) =>
      startMediapipeDetector({
        files: files.map((file) => ({ ...file, url: new URL(file.url, location.href).href })),
        createWorker: createDetectorWorker,
        signal,
        onProgress: onShare,
      }),
    onProgress,
  )
  const gates = toLiveGates(toGateOverrides(thresholds))
  let detector: FaceDetector | null = null
  /** @throws DetectorError at once where the engine cannot run, before any of it is fetched */
  const load = async (): Promise<FaceDetector> => {
    if (!canRunEngine()) throw new DetectorError('not in this browser')
    detector = await engine.load()
    return detector
  }
  /** Whether the picture may follow. @throws DetectorError when nobody can be seen */
  const takeTurn = async (
    { hasMoreTime, ...link }: TurnTask,
    started: FaceDetector,
    { video, emit, signal }: Parameters<WatchFrames>[0],
  ): Promise<boolean> => {
    try {
      const now = () => performance.now()
      const frames = videoFrames(video, signal)
      const outcome = await startTurns({
        ...link,
        hasMoreTime,
        recorded: turn_video ? video.srcObject : null,
        detector: started,
        gates,
        frames,
        now,
        emit,
        signal,
      })
      emit({ type: outcome === 'done' ? 'turn.finished' : 'turn.stuck' })
      return outcome === 'done'
    } catch (error) {
      if (!(error instanceof CaptureApiError)) throw error
      emit({ type: 'turn.failed', error })
      return false
    }
  }
  /** `turn`: the head is to be turned before the picture is taken. */
  const loadWatch = async (turn: TurnTask | null): Promise<WatchFrames> => {
    const started = await load()
    return async (watched) => {
      const { video, ...options } = watched
      try {
        if (turn && !(await takeTurn(turn, started, watched))) return null
        return await watchFrames(started, gates, {
          ...options,
          frames: videoFrames(video, options.signal),
          now: () => performance.now(),
        })
      } catch (error) {
        if (error instanceof DetectorError) return 'broken'
        throw error
      }
    }
  }
  /** @throws DetectorError when the engine is not there; the frame stays the caller's */
  const encode = async (frame: ImageBitmap): Promise<CaptureResult> => {
    if (!detector) throw new DetectorError('not started')
    const { picture, quality } = await detector.encode(frame, max_image_bytes)
    return { blob: picture, source: 'camera', quality: toQualityVector(quality) }
  }
  /** Of a photo that was chosen; empty without a face. Null where the engine is not ready: nobody waits for it. */
  const measure = async (picture: Blob): Promise<QualityVector | null> => {
    if (!detector) return null
    const photo = await createImageBitmap(picture)
    if (photo.width * photo.height > MAX_MEASURED_PIXELS) {
      photo.close()
      return null
    }
    const { frame, quality } = await detector.analyse(photo)
    frame.close()
    return toQualityVector(quality)
  }
  return { load, loadWatch, encode, measure, close: engine.close }
}
