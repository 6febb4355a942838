import type { FaceEngine, FaceTemplate } from '@visavis/face-engine'
import { isSameRecognition } from '../reference.ts'
import type { FaceProvider, ProviderCapabilities, Recognition, Reference } from '../types.ts'
import { askEngine as ask } from './call-engine.ts'
import { fromEnrolResult, fromTwoResults, fromVerifyResult, toFeaturesOutcome } from './mapping.ts'

export const EMBEDDED_CAPABILITIES: ProviderCapabilities = {
  capture: 'selfie-upload',
  references: ['upload'],
  result: ['sync'],
  liveness: 'none',
  // A photo of the right face is alike: what sees that it is one has to be switched off on purpose.
  defaultLiveness: 'active',
  oneToOne: true,
  oneToN: true,
  anonymize: false,
}

/**
 * Visavis' own engine. It compares faces; it makes no certified liveness claim (ISO/IEC 30107-3).
 * @param earlier the same with the model before, for faces of which this one has nothing; closed along with this
 */
export const embedded = (engine: FaceEngine, earlier?: FaceProvider) =>
  ({
    id: 'embedded',
    capabilities: EMBEDDED_CAPABILITIES,
    recognition: { modelId: engine.model.id, pipelineId: engine.model.pipelineId },
    ...(earlier ? { earlier } : {}),
    enrol: async (image, signal, asker) =>
      fromEnrolResult(await ask(engine.enrol(image, { signal, ...asker }))),
    verify: async (input, signal, asker) => {
      const { selfie, seen, references, minimumMatchLevel } = input
      const templates = references.flatMap(toTemplates)
      const known = seen && engine.compare(seen, templates)
      const result = known ?? (await ask(engine.verify(await selfie.read(), templates, { signal, ...asker })))
      const outcome = fromVerifyResult(result, engine.model, minimumMatchLevel)
      const isOpen = outcome.kind === 'declined' || outcome.kind === 'no-reference'
      // A face of which only the model before has a template: compared by that model, with the level it gives.
      const hasEarlier = references.some(({ template }) => template && isOf(earlier, template))
      return isOpen && hasEarlier && earlier?.verify ? earlier.verify(input, signal, asker) : outcome
    },
    match: async ({ source, target, minimumMatchLevel }, signal, asker) => {
      // One that is refused takes the other with it.
      const stop = new AbortController()
      const options = { signal: AbortSignal.any([signal, stop.signal]), ...asker }
      try {
        const both = [engine.enrol(source, options), engine.enrol(target, options)] as const
        return fromTwoResults(...(await ask(Promise.all(both))), engine.model, minimumMatchLevel)
      } catch (cause) {
        stop.abort()
        throw cause
      }
    },
    extractFeatures: async (image, signal, asker) =>
      toFeaturesOutcome(await ask(engine.enrol(image, { signal, ...asker })), engine.model),
    close: async () => {
      await engine.close()
      await earlier?.close()
    },
  }) satisfies FaceProvider

const isOf = (provider: FaceProvider | undefined, template: Recognition): boolean =>
  provider?.recognition !== undefined && isSameRecognition(provider.recognition, template)

/** Copied: the sealed bytes need not start at a multiple of four, which `Float32Array` demands. */
const toTemplates = ({ template }: Reference): FaceTemplate[] => {
  if (!template) return []
  const { data, ...recognition } = template
  return [{ ...recognition, values: new Float32Array(data.slice().buffer) }]
}
