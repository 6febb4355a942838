import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type FaceEngine, type FaceEngineOptions, RECOGNITION_MODEL_NAMES } from '@visavis/face-engine'
import { expect, it } from 'vitest'
import { ConfigError } from './config.ts'
import { openEmbedded } from './open-embedded.ts'

const CONFIG = {
  engineWorkers: 3,
  engineRuntime: 'auto',
  recognitionModel: undefined,
  earlierRecognitionModel: undefined,
  livenessModelFile: undefined,
} as const
const [NAME = ''] = RECOGNITION_MODEL_NAMES

/** Engines that only say what they were asked for; `ids` in the order they are started. */
const createEngines = (...ids: string[]) => {
  const asked: FaceEngineOptions[] = []
  const closed: string[] = []
  const create = async (options: FaceEngineOptions): Promise<FaceEngine> => {
    const id = ids[asked.length] ?? 'one too many'
    asked.push(options)
    const refused = { outcome: 'face_refused', reason: 'no_face' } as const
    return {
      model: { id, pipelineId: 'p', length: 128, levelDistances: [], levelFalseMatchRates: [] },
      runtime: { kind: 'native' },
      liveness: { modelId: `${id} liveness` },
      enrol: async () => refused,
      verify: async () => refused,
      close: async () => {
        closed.push(id)
      },
    } as unknown as FaceEngine
  }
  return { create, asked, closed }
}

it("takes the engine's own choice of a model where none is named", async () => {
  const { create, asked } = createEngines('new')
  const { provider } = await openEmbedded(CONFIG, create)
  expect(asked).toEqual([{ runtime: 'auto', workers: 3 }])
  expect(provider.recognition).toEqual({ modelId: 'new', pipelineId: 'p' })
  expect(provider.earlier).toBeUndefined()
})

it('starts the model before beside it, with one worker, and closes both', async () => {
  const { create, asked, closed } = createEngines('new', 'old')
  const config = { ...CONFIG, recognitionModel: NAME, earlierRecognitionModel: NAME }
  const { provider } = await openEmbedded(config, create)
  expect(asked).toEqual([
    { runtime: 'auto', recognition: NAME, workers: 3 },
    { runtime: 'auto', recognition: NAME, workers: 1 },
  ])
  expect(provider.earlier?.recognition).toEqual({ modelId: 'old', pipelineId: 'p' })
  await provider.close()
  expect(closed).toEqual(['new', 'old'])
})

it('looks for a living person with the same engine, and the model that the operator brings', async () => {
  const { create, asked } = createEngines('new', 'old')
  const config = { ...CONFIG, earlierRecognitionModel: NAME, livenessModelFile: '/models/mine.onnx' }
  const { liveness } = await openEmbedded(config, create)
  expect(liveness.modelId).toBe('new liveness')
  expect(asked).toMatchObject([{ livenessModelFile: '/models/mine.onnx' }, { workers: 1 }])
})

it('stops the start with the names there are', async () => {
  const { create } = createEngines('new')
  for (const key of ['recognitionModel', 'earlierRecognitionModel'] as const) {
    const failing = openEmbedded({ ...CONFIG, [key]: 'arcface' }, create)
    await expect(failing).rejects.toThrow(ConfigError)
    await expect(failing).rejects.toThrow(NAME)
  }
})

it("reads the manifest of the operator's own model, and stops the start when it is wrong", async () => {
  const { create, asked } = createEngines('own')
  const folder = await mkdtemp(path.join(tmpdir(), 'own-model-'))
  const recognitionModel = path.join(folder, 'manifest.json')
  const start = () => openEmbedded({ ...CONFIG, recognitionModel }, create)
  const input = { layout: 'nchw', channels: 'rgb', mean: [0, 0, 0], divisor: 255 }
  const manifest = { name: 'own', file: 'own.onnx', input, dimensions: 64, levels: [1.4, 1.3, 1.2, 1.1, 1] }
  await writeFile(recognitionModel, JSON.stringify({ ...manifest, levels: [] }))
  await expect(start()).rejects.toThrow(ConfigError)
  await expect(start()).rejects.toThrow(/^RECOGNITION_MODEL: .*manifest\.json: levels: /)
  await writeFile(recognitionModel, JSON.stringify(manifest))
  await writeFile(path.join(folder, 'own.onnx'), 'weights')
  await start()
  expect(asked).toMatchObject([{ recognition: { manifest, file: path.join(folder, 'own.onnx') } }])
  await rm(folder, { recursive: true })
})

it('wants another one beside it, and leaves no engine behind', async () => {
  const { create, closed } = createEngines('same', 'same')
  await expect(openEmbedded({ ...CONFIG, earlierRecognitionModel: NAME }, create)).rejects.toThrow(
    ConfigError,
  )
  expect(closed).toEqual(['same', 'same'])
})
