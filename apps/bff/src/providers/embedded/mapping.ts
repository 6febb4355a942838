import { type EnrolResult, findNearest, type RecognitionModel, type VerifyResult } from '@visavis/face-engine'
import { RETRY_CODES, type RetryReason } from '@visavis/shared/capture-api'
import type { EnrolOutcome, FeaturesOutcome, MatchOutcome, VerifyOutcome } from '../types.ts'

export const fromEnrolResult = (result: EnrolResult): EnrolOutcome => {
  if (result.outcome !== 'enrolled') return { kind: 'unusable', reason: result.reason }
  const { values, ...recognition } = result.template
  const data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice()
  return { kind: 'enrolled', template: { ...recognition, data }, ...withPrint(result) }
}

export const fromVerifyResult = (
  result: VerifyResult,
  { id: modelId }: Pick<RecognitionModel, 'id'>,
  minimumMatchLevel: number,
): VerifyOutcome => {
  switch (result.outcome) {
    case 'compared': {
      const compared = { modelId, matchLevel: result.matchLevel, ...withPrint(result) }
      return result.matchLevel >= minimumMatchLevel
        ? { kind: 'approved', codes: [10000], ...compared }
        : { kind: 'declined', codes: [62321], ...compared }
    }
    case 'no_comparable_template':
      return { kind: 'no-reference' }
    case 'face_refused':
      return retry(result.reason)
    case 'image_refused':
      return retry('image_unreadable')
  }
}

const withPrint = ({ print }: { print?: Uint8Array }) => (print ? { print } : {})

const retry = (reason: RetryReason): VerifyOutcome => ({
  kind: 'retry',
  reasons: [reason],
  codes: [RETRY_CODES[reason]],
})

export const fromTwoResults = (
  source: EnrolResult,
  target: EnrolResult,
  model: RecognitionModel,
  minimumMatchLevel: number,
): MatchOutcome => {
  if (source.outcome !== 'enrolled' || target.outcome !== 'enrolled') {
    const reasons = {
      ...(source.outcome === 'enrolled' ? {} : { source: source.reason }),
      ...(target.outcome === 'enrolled' ? {} : { target: target.reason }),
    }
    return { kind: 'unusable', reasons }
  }
  const matchLevel = findNearest(source.template.values, [target.template], model)?.matchLevel ?? 0
  return { kind: 'compared', match: matchLevel >= minimumMatchLevel, matchLevel }
}

export const toFeaturesOutcome = (
  result: EnrolResult,
  { levelDistances, levelFalseMatchRates }: RecognitionModel,
): FeaturesOutcome =>
  result.outcome === 'enrolled'
    ? { kind: 'features', features: { ...result.template, levelDistances, levelFalseMatchRates } }
    : { kind: 'unusable', reason: result.reason }
