import type { CaptureSession } from '@visavis/shared/capture-api'
import { createEngine } from './engine.ts'
import { toLiveGates } from './live-gates.ts'
import { startMediapipeDetector } from './mediapipe-detector.ts'
import { type WatchFrames, watchFrames } from './watch-frames.ts'

const createDetectorWorker = () =>
  new Worker(new URL('./detector-worker.ts', import.meta.url), { type: 'module', name: 'face-detector' })

/** The on-device checks: a chunk of its own, loaded when the camera is on. */
export const createOnDevice = ({ wasm_base_url, model_url }: CaptureSession['engine']) => {
  const engine = createEngine((signal) =>
    startMediapipeDetector({
      wasmBaseUrl: new URL(wasm_base_url, location.href).href,
      modelUrl: new URL(model_url, location.href).href,
      createWorker: createDetectorWorker,
      signal,
    }),
  )
  const gates = toLiveGates()
  const loadWatch = async (): Promise<WatchFrames> => {
    const detector = await engine.load()
    return (options) => watchFrames(detector, gates, options)
  }
  return { loadWatch, close: engine.close }
}
