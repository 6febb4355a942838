import { availableParallelism } from 'node:os'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import type { AnalyserOptions, Analysis } from './analyse-picture.ts'
import { FaceEngineError } from './face-engine-error.ts'
import { joinRows } from './frame-rows.ts'
import { compareWithPerson } from './fuse-templates.ts'
import { readLivenessModelId } from './liveness/liveness-network.ts'
import { toDefinition } from './recognition/catalog.ts'
import { toRecognitionModel } from './recognition/recognition-definition.ts'
import { chooseRuntime } from './runtime/choose-runtime.ts'
import type {
  FaceEngine,
  FaceEngineOptions,
  FaceTemplate,
  PictureOptions,
  Refused,
  VerifyResult,
} from './types.ts'
import { createWorkerPool } from './worker-pool.ts'

const MAX_DEFAULT_WORKERS = 4

/** `engine-worker.ts` beside the source, `engine-worker.js` beside the compiled file. */
const WORKER_FILE = new URL(
  `./engine-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
)

/** Judged before a worker sees it, so that what is too large is not even copied. */
const TOO_LARGE: Refused = { outcome: 'image_refused', reason: 'image_too_large' }

/** What the engine cannot start without. */
const need = async <Value>(value: Promise<Value>): Promise<Value> => {
  try {
    return await value
  } catch (cause) {
    throw new FaceEngineError('unavailable', { cause })
  }
}

/**
 * Starts the workers, loads the models and runs them once: about a second. Rejects with FaceEngineError
 * `unavailable` when that fails. The engine's methods reject with FaceEngineError too, or with the reason of their
 * signal; whatever is wrong with a picture is a typed outcome.
 */
export const createFaceEngine = async ({
  workers = Math.min(MAX_DEFAULT_WORKERS, availableParallelism()),
  runtime: setting = 'auto',
  recognition = 'mobilefacenet',
  livenessModelFile,
  onStages,
}: FaceEngineOptions = {}): Promise<FaceEngine> => {
  const runtime = await need(chooseRuntime(setting))
  const liveness = { modelId: await need(readLivenessModelId(livenessModelFile)) }
  const model = toRecognitionModel(toDefinition(recognition))
  const workerData: AnalyserOptions = {
    runtime: runtime.kind,
    recognition,
    ...(livenessModelFile === undefined ? {} : { livenessModelFile }),
  }
  const pool = await createWorkerPool({ workers, workerFile: WORKER_FILE, workerData })

  const analyse = async (
    image: Uint8Array,
    { signal, tenantId = '', isPersonWaiting = false }: PictureOptions = {},
  ): Promise<Analysis['result']> => {
    if (image.length > MAX_IMAGE_BYTES) return TOO_LARGE
    const { result, stages } = await pool.analyse(image, { tenantId, isPersonWaiting }, signal)
    onStages?.(stages)
    return result
  }

  const compare = (
    { values, ...printed }: { values: Float32Array; print?: Uint8Array },
    templates: readonly FaceTemplate[],
  ): VerifyResult => {
    const nearest = compareWithPerson(values, templates, model)
    return nearest === null
      ? { outcome: 'no_comparable_template' }
      : { outcome: 'compared', ...nearest, ...withPrint(printed) }
  }

  return {
    model,
    runtime,
    liveness,
    enrol: async (image, options) => {
      const analysis = await analyse(image, options)
      if (analysis.outcome !== 'template') return analysis
      const { id: modelId, pipelineId } = model
      return {
        outcome: 'enrolled',
        template: { modelId, pipelineId, values: analysis.values },
        ...withPrint(analysis),
      }
    },
    verify: async (image, templates, options) => {
      const analysis = await analyse(image, options)
      return analysis.outcome === 'template' ? compare(analysis, templates) : analysis
    },
    compare: ({ template: { modelId, pipelineId, values }, print }, templates) =>
      print && modelId === model.id && pipelineId === model.pipelineId
        ? compare({ values, print }, templates)
        : null,
    observe: async (image, { signal, tenantId = '', isPersonWaiting = false } = {}) =>
      image.length > MAX_IMAGE_BYTES ? TOO_LARGE : pool.observe(image, { tenantId, isPersonWaiting }, signal),
    filmstrip: (rows, { signal, tenantId = '', isPersonWaiting = false } = {}) =>
      pool.filmstrip(joinRows(rows), { tenantId, isPersonWaiting }, signal),
    countWaiting: () => pool.countWaiting(),
    close: () => pool.close(),
  }
}

const withPrint = ({ print }: { print?: Uint8Array }) => (print ? { print } : {})
