import type { FaceEngine, VerifyResult } from '@visavis/face-engine'
import { expect, it } from 'vitest'
import type { Picture } from '../types.ts'
import { embedded } from './index.ts'

type Level = Extract<VerifyResult, { outcome: 'compared' }>['matchLevel']

const SELFIE: Picture = {
  mediaType: 'image/jpeg',
  bytes: 1,
  read: async () => new Uint8Array(1),
  stream: () => new Blob([new Uint8Array(1)]).stream(),
}

/** Of a model that finds this level wherever it has a template of its own. */
const engineOf = (id: string, matchLevel: Level) =>
  ({
    model: { id, pipelineId: 'p' },
    verify: async (_, templates): Promise<VerifyResult> =>
      templates.some(({ modelId }) => modelId === id)
        ? { outcome: 'compared', distance: 0.5, matchLevel, nearest: 0 }
        : { outcome: 'no_comparable_template' },
    compare: ({ template }) =>
      template.modelId === id ? { outcome: 'compared', distance: 0.5, matchLevel: 1, nearest: 0 } : null,
    close: async () => {},
  }) as Pick<FaceEngine, 'verify' | 'compare' | 'close'> as FaceEngine

const toReference = (modelId: string) => ({
  faceId: `face_${modelId}`,
  template: { modelId, pipelineId: 'p', data: new Uint8Array(512) },
})

it.each([
  ['the present one', ['now', 'before'], 5, 0, { kind: 'approved', modelId: 'now', matchLevel: 5 }],
  ['the one before', ['before'], 5, 4, { kind: 'approved', modelId: 'before', matchLevel: 4 }],
  ['the one before, after the present one', ['now', 'before'], 0, 2, { kind: 'declined', modelId: 'before' }],
  ['the present one alone', ['now'], 2, 5, { kind: 'declined', modelId: 'now', matchLevel: 2 }],
] as const)('names the model that decided: %s', async (_, models, now, before, expected) => {
  const provider = embedded(engineOf('now', now), embedded(engineOf('before', before)))
  const input = {
    selfie: SELFIE,
    references: models.map(toReference),
    minimumMatchLevel: 3,
  }
  const asker = { tenantId: 'tnt_1', isPersonWaiting: true }
  expect(await provider.verify(input, AbortSignal.timeout(1000), asker)).toMatchObject(expected)
})

it.each([
  ['this model', 'now', { kind: 'declined', matchLevel: 1 }],
  ['another, which says nothing here', 'before', { kind: 'approved', matchLevel: 5 }],
] as const)('takes a picture as it was seen for liveness by %s', async (_, modelId, expected) => {
  const provider = embedded(engineOf('now', 5))
  const seen = { template: { modelId, pipelineId: 'p', values: new Float32Array(128) } }
  const input = { selfie: SELFIE, seen, references: [toReference('now')], minimumMatchLevel: 3 }
  const asker = { tenantId: 'tnt_1', isPersonWaiting: true }
  expect(await provider.verify(input, AbortSignal.timeout(1000), asker)).toMatchObject(expected)
})
