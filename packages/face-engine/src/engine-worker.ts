/** Entry of a worker thread. It loads the models as soon as it starts, so that a replacement warms up by itself. */
import { workerData } from 'piscina'
import { type AnalyserOptions, type Analysis, createPictureAnalyser } from './analyse-picture.ts'
import type { ObserveResult } from './liveness/types.ts'
import { beginJob, isCancelled, type JobFlags } from './picture-watch.ts'

export interface EngineJob {
  /** Bytes of the picture; null: only warm up. */
  image: Uint8Array | null
  /** Whether to say what it shows of a living head, in the place of a template. */
  isObserved: boolean
  flags: JobFlags
}

/** Errors are returned, not thrown: a promise of the pool that rejects then always means a thread that died. */
export type EngineAnswer =
  | { kind: 'analysed'; analysis: Analysis }
  | { kind: 'observed'; result: ObserveResult }
  | { kind: 'warm' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; error: unknown }

const options: AnalyserOptions = workerData
const started = createPictureAnalyser(options)
// The first job reports a failure; unhandled, it would end the thread before that.
started.catch(() => undefined)

export const runJob = async ({ image, isObserved, flags }: EngineJob): Promise<EngineAnswer> => {
  try {
    const { analyse, observe, warmUp } = await started
    if (isCancelled(flags)) return { kind: 'cancelled' }
    beginJob(flags)
    if (image === null) {
      await warmUp()
      return { kind: 'warm' }
    }
    if (isObserved) return { kind: 'observed', result: await observe(image) }
    return { kind: 'analysed', analysis: await analyse(image) }
  } catch (error) {
    return { kind: 'failed', error }
  }
}
