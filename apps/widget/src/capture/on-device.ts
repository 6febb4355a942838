import type { CaptureSession } from '@visavis/shared/capture-api'
import { canRunEngine } from './can-run-engine.ts'
import { createEngine } from './engine.ts'
import { DetectorError } from './face-detector.ts'
import { toLiveGates } from './live-gates.ts'
import { startMediapipeDetector } from './mediapipe-detector.ts'
import { type WatchFrames, watchFrames } from './watch-frames.ts'

const createDetectorWorker = () =>
  new Worker(new URL('./detector-worker.ts', import.meta.url), { type: 'module', name: 'face-detector' })

/** The on-device checks: a chunk of its own, loaded when the camera is on. */
export const createOnDevice = ({ files }: CaptureSession['engine'], onProgress: (share: number) => void) => {
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
  const gates = toLiveGates()
  /** @throws DetectorError at once where the engine cannot run, before any of it is fetched */
  const load = async () => {
    if (!canRunEngine()) throw new DetectorError('not in this browser')
    return engine.load()
  }
  const loadWatch = async (): Promise<WatchFrames> => {
    const detector = await load()
    return (options) => watchFrames(detector, gates, options)
  }
  return { load, loadWatch, close: engine.close }
}
