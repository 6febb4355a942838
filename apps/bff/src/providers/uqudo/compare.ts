import type { RetryReason } from '@visavis/shared/capture-api'
import { RETRY_CODES } from '@visavis/shared/capture-api'
import { type StreamedPicture, toBase64Json } from '../base64-json.ts'
import { ProviderError } from '../provider-error.ts'
import type { MatchInput, MatchOutcome, VerifyInput, VerifyOutcome } from '../types.ts'
import type { UqudoApi } from './api.ts'
import { matchSchema } from './wire.ts'

type Compared = { kind: 'compared'; match: boolean; level: number } | { kind: 'refused'; status: number }

/** One comparison; pictures go out as they come in. A repeated one does no harm. */
const compare = async (
  api: UqudoApi,
  reference: StreamedPicture,
  selfie: StreamedPicture,
  minimumMatchLevel: number,
  signal: AbortSignal,
): Promise<Compared> => {
  const body = toBase64Json([
    ['sourceImage', reference],
    ['targetImage', selfie],
    ['minimumMatchLevel', minimumMatchLevel],
  ])
  const request = { method: 'POST', path: '/api/v1/face/match', body, isRepeatable: true } as const
  try {
    const { match, matchLevel } = await api.json(request, matchSchema, signal)
    const level = matchLevel ?? 0
    // Both have to say so: a level that is missing from the scale is none.
    const isLevel = level >= minimumMatchLevel && level <= 5
    return { kind: 'compared', match: match && isLevel, level }
  } catch (failure) {
    if (failure instanceof ProviderError && isRefused(failure.status)) {
      return { kind: 'refused', status: failure.status }
    }
    throw failure
  }
}

/** Face API, common failures: input that is missing or wrong, too large, neither JPEG nor PNG. */
const isRefused = (status: number | undefined): status is 400 | 413 | 415 =>
  status === 400 || status === 413 || status === 415

/**
 * The selfie against each reference, newest first, until one matches. What the vendor answers to a picture without a
 * face is not documented: a 400, as we send nothing else that could be wrong, counts as that.
 */
export const verify = async (
  api: UqudoApi,
  { selfie, references, minimumMatchLevel }: VerifyInput,
  signal: AbortSignal,
): Promise<VerifyOutcome> => {
  const pictures = references.flatMap(({ picture }) => picture ?? [])
  if (pictures.length === 0) return { kind: 'no-reference' }
  let refused: number | undefined
  let isCompared = false
  for (const reference of pictures) {
    const compared = await compare(api, reference, selfie, minimumMatchLevel, signal)
    if (compared.kind === 'refused') refused = compared.status
    else if (compared.match) return { kind: 'approved', codes: [10000] }
    else isCompared = true
  }
  if (isCompared || refused === undefined) return { kind: 'declined', codes: [62321] }
  return retry(refused === 400 ? 'no_face' : 'image_unreadable')
}

const retry = (reason: RetryReason): VerifyOutcome => ({
  kind: 'retry',
  reasons: [reason],
  codes: [RETRY_CODES[reason]],
})

/** The vendor does not say which of the two it is. */
export const match = async (
  api: UqudoApi,
  { source, target, minimumMatchLevel }: MatchInput,
  signal: AbortSignal,
): Promise<MatchOutcome> => {
  const compared = await compare(api, toStreamed(source), toStreamed(target), minimumMatchLevel, signal)
  if (compared.kind === 'refused') {
    return { kind: 'unusable', reasons: { source: 'not_accepted', target: 'not_accepted' } }
  }
  const matchLevel = Math.min(Math.max(compared.level, 0), 5)
  return { kind: 'compared', match: compared.match, matchLevel }
}

export const toStreamed = (picture: Uint8Array): StreamedPicture => ({
  bytes: picture.byteLength,
  stream: async function* () {
    yield picture
  },
})
