import {
  createFaceEngine,
  type FaceEngine,
  type FaceEngineOptions,
  isRecognitionModelName,
  RECOGNITION_MODEL_NAMES,
  readOwnModel,
} from '@visavis/face-engine'
import { type LivenessEngine, toLivenessEngine } from '../features/checks/index.ts'
import { embedded } from '../providers/embedded/index.ts'
import type { FaceProvider } from '../providers/types.ts'
import { type Config, ConfigError } from './config.ts'

type EngineConfig = Pick<
  Config,
  'engineWorkers' | 'engineRuntime' | 'recognitionModel' | 'earlierRecognitionModel' | 'livenessModelFile'
>

export interface OpenEmbedded {
  /** Closes the engines along with itself. */
  provider: FaceProvider
  runtime: FaceEngine['runtime']
  /** The same engine, looking for a living person; it serves journeys of every provider. */
  liveness: LivenessEngine
  /** Pictures that wait for it. */
  countWaiting(): number
}

/** Only faces that the present model has nothing of come to it. */
const EARLIER_WORKERS = 1

/**
 * Starts the engine with the recognition model it is told to use, and the one before beside it where that is named.
 * @throws ConfigError when there is no such model, its manifest is wrong, or both are the same
 */
export const openEmbedded = async (
  {
    engineWorkers,
    engineRuntime,
    recognitionModel,
    earlierRecognitionModel,
    livenessModelFile,
  }: EngineConfig,
  create: (options: FaceEngineOptions) => Promise<FaceEngine> = createFaceEngine,
): Promise<OpenEmbedded> => {
  const runtime = engineRuntime
  const present = await toRecognition('RECOGNITION_MODEL', recognitionModel)
  const before = await toRecognition('RECOGNITION_MODEL_EARLIER', earlierRecognitionModel)
  const engine = await create({
    runtime,
    ...present,
    ...(engineWorkers ? { workers: engineWorkers } : {}),
    ...(livenessModelFile ? { livenessModelFile } : {}),
  })
  const started = {
    runtime: engine.runtime,
    liveness: toLivenessEngine(engine),
    countWaiting: engine.countWaiting,
  }
  if (!before.recognition) return { provider: embedded(engine), ...started }
  const earlier = await create({ runtime, ...before, workers: EARLIER_WORKERS }).catch(closing(engine))
  const { id, pipelineId } = engine.model
  if (earlier.model.id === id && earlier.model.pipelineId === pipelineId) {
    const message =
      'RECOGNITION_MODEL_EARLIER: is the model that RECOGNITION_MODEL names already. Leave it out.'
    await closing(engine, earlier)(new ConfigError(message))
  }
  return { provider: embedded(engine, embedded(earlier)), ...started }
}

/** Threads of an engine that nobody will use would keep the process alive. */
const closing =
  (...engines: readonly FaceEngine[]) =>
  async (cause: unknown): Promise<never> => {
    for (const engine of engines) await engine.close()
    throw cause
  }

/** A manifest of the operator's own model is told from a name by its ending. */
const MANIFEST = /\.json$/i

const toRecognition = async (
  variable: string,
  name: string | undefined,
): Promise<Pick<FaceEngineOptions, 'recognition'>> => {
  if (name === undefined) return {}
  if (isRecognitionModelName(name)) return { recognition: name }
  if (MANIFEST.test(name)) {
    const refuse = (cause: Error): never => {
      throw new ConfigError(`${variable}: ${name}: ${cause.message}`)
    }
    return { recognition: await readOwnModel(name).catch(refuse) }
  }
  const names = RECOGNITION_MODEL_NAMES.join(', ')
  throw new ConfigError(
    `${variable}: there is no recognition model "${name}". There are: ${names}, or the path of a manifest (.json) of your own.`,
  )
}
