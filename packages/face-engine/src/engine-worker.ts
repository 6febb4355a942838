/** Entry of a worker thread. It loads the models as soon as it starts, so that a replacement warms up by itself. */
import { workerData } from 'piscina'
import { type AnalyserOptions, type Analysis, createPictureAnalyser } from './analyse-picture.ts'
import { makeFilmstrip } from './filmstrip.ts'
import type { FrameRows } from './frame-rows.ts'
import type { ObserveResult } from './liveness/types.ts'
import { beginJob, isCancelled, type JobFlags } from './picture-watch.ts'

/** A template; what it shows of a living head; one picture of several frames, of which each length is given. */
export type EngineTask = 'template' | 'observation' | { filmstrip: FrameRows['lengths'] }

export interface EngineJob {
  /** Bytes of the picture, or of several; null: only warm up. */
  image: Uint8Array | null
  task: EngineTask
  flags: JobFlags
}

/** Errors are returned, not thrown: a promise of the pool that rejects then always means a thread that died. */
export type EngineAnswer =
  | { kind: 'analysed'; analysis: Analysis }
  | { kind: 'observed'; result: ObserveResult }
  /** `null`: none of the frames could be read. */
  | { kind: 'filmstrip'; strip: Uint8Array | null }
  | { kind: 'warm' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; error: unknown }

const options: AnalyserOptions = workerData
const started = createPictureAnalyser(options)
// The first job reports a failure; unhandled, it would end the thread before that.
started.catch(() => undefined)

export const runJob = async ({ image, task, flags }: EngineJob): Promise<EngineAnswer> => {
  try {
    const { analyse, observe, warmUp } = await started
    if (isCancelled(flags)) return { kind: 'cancelled' }
    beginJob(flags)
    if (image === null) {
      await warmUp()
      return { kind: 'warm' }
    }
    if (task === 'template') return { kind: 'analysed', analysis: await analyse(image) }
    if (task === 'observation') return { kind: 'observed', result: await observe(image) }
    return { kind: 'filmstrip', strip: await makeFilmstrip({ bytes: image, lengths: task.filmstrip }) }
  } catch (error) {
    return { kind: 'failed', error }
  }
}
