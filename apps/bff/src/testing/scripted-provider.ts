import { FACE_API_MODEL, toMatchLevel } from '@visavis/face-engine'
import * as z from 'zod'
import { defineProvider } from '../providers/definition.ts'
import { ProviderError } from '../providers/provider-error.ts'
import type { FaceProvider, ProviderCapabilities, Recognition, VerifyOutcome } from '../providers/types.ts'
import { EARLIER_PIPELINE } from '../storage/migrations/0051-recognition-pipelines.ts'
import { distanceBetween } from '../storage/testing/features.ts'
import { readFakeFace } from './fake-face.ts'

export interface ScriptedProvider extends FaceProvider {
  /** What the next comparisons answer, in order; the last one stays. `'down'` throws. */
  script(...outcomes: (VerifyOutcome | 'down')[]): void
  /** Called while a comparison is under way. */
  duringVerify: () => Promise<void>
  /** Called while a picture is being enrolled. */
  duringEnrol: () => Promise<void>
  verified: number
  /** What `enrol` says its model is. */
  recognition: Recognition
  earlier?: FaceProvider
  /** What `extractFeatures` says its model is. */
  featuresModelId: string
  /** May be changed, to be another kind of provider. */
  capabilities: ProviderCapabilities
}

/** The pipeline is that of templates from before pipelines had ids: the earlier data's are compared. */
export const SCRIPTED_RECOGNITION: Recognition = { modelId: 'scripted', pipelineId: EARLIER_PIPELINE }

/** Loosest level first. */
const SCRIPTED_FALSE_MATCH_RATES = [null, 0.1, 0.01, 0.001, 0.0001]

export const APPROVED: VerifyOutcome = { kind: 'approved', codes: [10000] }
export const DECLINED: VerifyOutcome = { kind: 'declined', codes: [62321] }
export const BLURRY: VerifyOutcome = { kind: 'retry', reasons: ['face_blurry'], codes: [61401] }

/** Keeps its references itself, as a vendor would, and takes any settings; nothing of it is ever called. */
export const VENDOR_DEFINITION = defineProvider({
  id: 'vendor',
  capabilities: {
    capture: 'redirect',
    references: ['vendor'],
    result: ['poll'],
    liveness: 'passive',
    oneToOne: false,
    oneToN: false,
    anonymize: false,
  },
  settings: z.record(z.string(), z.unknown()),
  create: () => {
    throw new Error('never called')
  },
})

/** Unit tests only: answers what it is told. */
export const createScriptedProvider = (): ScriptedProvider => {
  let outcomes: (VerifyOutcome | 'down')[] = [APPROVED]
  const provider: ScriptedProvider = {
    id: 'embedded',
    capabilities: {
      capture: 'selfie-upload',
      references: ['upload'],
      result: ['sync'],
      liveness: 'none',
      oneToOne: true,
      oneToN: true,
      anonymize: false,
    },
    recognition: SCRIPTED_RECOGNITION,
    featuresModelId: 'scripted/1',
    verified: 0,
    duringVerify: async () => {},
    script: (...next) => {
      outcomes = next
    },
    duringEnrol: async () => {},
    enrol: async () => {
      await provider.duringEnrol()
      return { kind: 'enrolled', template: { ...provider.recognition, data: new Uint8Array([1, 2, 3, 4]) } }
    },
    verify: async ({ references }) => {
      provider.verified += 1
      await provider.duringVerify()
      if (references.length === 0) return { kind: 'no-reference' }
      const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0]
      if (outcome === undefined || outcome === 'down') throw new ProviderError('scripted', 'unavailable')
      const isDecided = outcome.kind === 'approved' || outcome.kind === 'declined'
      return isDecided ? { modelId: provider.recognition.modelId, ...outcome } : outcome
    },
    match: async ({ source, target, minimumMatchLevel }) => {
      const [a, b] = [readFakeFace(source), readFakeFace(target)]
      if (!a || !b) {
        const reason = 'no_face' as const
        const reasons = { ...(a ? {} : { source: reason }), ...(b ? {} : { target: reason }) }
        return { kind: 'unusable', reasons }
      }
      const matchLevel = toMatchLevel(FACE_API_MODEL, distanceBetween(a, b))
      return { kind: 'compared', match: matchLevel >= minimumMatchLevel, matchLevel }
    },
    extractFeatures: async (image) => {
      const values = readFakeFace(image)
      const { levelDistances } = FACE_API_MODEL
      const levelFalseMatchRates = SCRIPTED_FALSE_MATCH_RATES
      return values
        ? {
            kind: 'features',
            features: {
              ...SCRIPTED_RECOGNITION,
              modelId: provider.featuresModelId,
              levelDistances,
              levelFalseMatchRates,
              values,
            },
          }
        : { kind: 'unusable', reason: 'no_face' }
    },
    close: async () => {},
  }
  return provider
}
