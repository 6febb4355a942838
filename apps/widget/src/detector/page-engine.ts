import { canRunEngine } from './can-run-engine.ts'
import { createDetectorWorker } from './create-detector-worker.ts'
import { createEngine, type Engine } from './engine.ts'
import type { EngineFile } from './load-engine.ts'
import { startMediapipeDetector } from './mediapipe-detector.ts'

type OnProgress = (share: number) => void

const open = (files: readonly EngineFile[], onProgress: OnProgress): Engine =>
  createEngine(
    (signal, onShare) =>
      startMediapipeDetector({
        files: files.map((file) => ({ ...file, url: new URL(file.url, location.href).href })),
        createWorker: createDetectorWorker,
        signal,
        onProgress: onShare,
      }),
    onProgress,
  )

/** Started before the session has named its files. */
interface EarlyEngine {
  files: readonly EngineFile[]
  engine: Engine
  share: number
  onProgress: OnProgress
}

let early: EarlyEngine | null = null

/** Loads the engine before anybody asks for it. What fails here is loaded anew when it is needed, and told then. */
export const startEarly = (files: readonly EngineFile[]): void => {
  if (!canRunEngine()) return
  const follow = (share: number): void => {
    started.share = share
    started.onProgress(share)
  }
  const started: EarlyEngine = { files, engine: open(files, follow), share: 0, onProgress: () => {} }
  early = started
  started.engine.load().catch(stopEarly)
}

/** Ends what was started early and nobody has taken. */
export const stopEarly = (): void => {
  early?.engine.close()
  early = null
}

const isOf = (one: readonly EngineFile[], other: readonly EngineFile[]): boolean =>
  one.length === other.length && one.every(({ sha256 }, index) => sha256 === other[index]?.sha256)

/** The engine of these files: the one that is on its way already, if there is one. */
export const takeEngine = (files: readonly EngineFile[], onProgress: OnProgress): Engine => {
  if (!early || !isOf(early.files, files)) {
    stopEarly()
    return open(files, onProgress)
  }
  const { engine, share } = early
  early.onProgress = onProgress
  early = null
  onProgress(share)
  return engine
}
