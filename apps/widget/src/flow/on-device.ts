import { toGateOverrides } from '@visavis/face-quality/gate-thresholds'
import { toLiveGates } from '@visavis/face-quality/live-gates'
import { type QualityVector, toQualityVector } from '@visavis/face-quality/quality-vector'
import type { CaptureSession } from '@visavis/shared/capture-api'
import type { Sign } from '../api/sign.ts'
import { videoFrames } from '../camera/video-frames.ts'
import { canRunEngine } from '../detector/can-run-engine.ts'
import { takeEngineWorker } from '../detector/create-detector-worker.ts'
import { createEngine } from '../detector/engine.ts'
import { DetectorError, type FaceDetector } from '../detector/face-detector.ts'
import { startMediapipeDetector } from '../detector/mediapipe-detector.ts'
import { runTask, type Watched } from '../detector/run-task.ts'
import type { CaptureResult } from '../picture/capture-result.ts'
import { createSelfieTask } from '../selfie/selfie-task.ts'
import { takeTurns } from '../turn/take-turns.ts'
import type { WatchFrames } from './live-session.ts'

/** More would take the worker seconds and a phone's memory. */
const MAX_MEASURED_PIXELS = 16_000_000

interface Turn {
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
        createWorker: takeEngineWorker,
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
  /** `turn`: the head is to be turned before the picture is taken. */
  const loadWatch = async (turn: Turn | null): Promise<WatchFrames> => {
    const started = await load()
    return async ({ camera: { video, stream }, takePress, emit, signal }) => {
      /** Anew for each task: one that is done ends its frames. */
      const watched = (): Watched => ({
        detector: started,
        frames: videoFrames(video, signal),
        now: () => performance.now(),
      })
      const asked = { gates, emit, signal }
      try {
        if (turn) {
          const recorded = turn_video ? stream : null
          const taken = await takeTurns({ ...turn, ...asked, recorded, watched: watched() })
          if (taken !== 'done') return taken
        }
        const frame = await runTask(
          createSelfieTask({ ...asked, takePress, hasSettled: turn !== null }),
          watched(),
        )
        return frame && { frame }
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
