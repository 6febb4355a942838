/** A worker whose models do not load. */
import type { EngineAnswer } from '../engine-worker.ts'

export const runJob = async (): Promise<EngineAnswer> => ({ kind: 'failed', error: new Error('no weights') })
