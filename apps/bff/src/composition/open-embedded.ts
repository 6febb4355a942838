import { createFaceEngine, type FaceEngine } from '@visavis/face-engine'
import { embedded } from '../providers/embedded/index.ts'
import type { FaceProvider } from '../providers/types.ts'
import type { Config } from './config.ts'

export interface OpenEmbedded {
  /** Closes the engine along with itself. */
  provider: FaceProvider
  runtime: FaceEngine['runtime']
}

/** Starts the engine of this server. */
export const openEmbedded = async ({
  engineWorkers,
  engineRuntime,
}: Pick<Config, 'engineWorkers' | 'engineRuntime'>): Promise<OpenEmbedded> => {
  const engine = await createFaceEngine({
    runtime: engineRuntime,
    ...(engineWorkers ? { workers: engineWorkers } : {}),
  })
  return { provider: embedded(engine), runtime: engine.runtime }
}
