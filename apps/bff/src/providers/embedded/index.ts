import type { FaceEngine, FaceTemplate } from '@visavis/face-engine'
import type { FaceProvider, ProviderCapabilities, Reference } from '../types.ts'
import { fromEnrolResult, fromTwoResults, fromVerifyResult, toFeaturesOutcome } from './mapping.ts'

export const EMBEDDED_CAPABILITIES: ProviderCapabilities = {
  capture: 'selfie-upload',
  references: ['upload'],
  result: ['sync'],
  liveness: 'none',
  oneToOne: true,
  oneToN: true,
  anonymize: false,
}

/** Visavis' own engine. It compares faces; it makes no certified liveness claim (ISO/IEC 30107-3). */
export const embedded = (engine: FaceEngine) =>
  ({
    id: 'embedded',
    capabilities: EMBEDDED_CAPABILITIES,
    modelId: engine.model.id,
    enrol: async (image, signal) => fromEnrolResult(await engine.enrol(image, signal)),
    verify: async ({ selfie, references, minimumMatchLevel }, signal) =>
      fromVerifyResult(
        await engine.verify(await selfie.read(), references.flatMap(toTemplates), signal),
        minimumMatchLevel,
      ),
    match: async ({ source, target, minimumMatchLevel }, signal) => {
      const results = await Promise.all([engine.enrol(source, signal), engine.enrol(target, signal)])
      return fromTwoResults(...results, minimumMatchLevel)
    },
    extractFeatures: async (image, signal) =>
      toFeaturesOutcome(await engine.enrol(image, signal), engine.model),
    close: () => engine.close(),
  }) satisfies FaceProvider

/** Copied: the sealed bytes need not start at a multiple of four, which `Float32Array` demands. */
const toTemplates = ({ template }: Reference): FaceTemplate[] =>
  template ? [{ modelId: template.modelId, values: new Float32Array(template.data.slice().buffer) }] : []
