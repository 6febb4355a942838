import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { DEFAULT_LINK_LIFETIME_S } from '@visavis/shared/limits'
import type { CreateAttempt } from '@visavis/shared/partner-api'
import { findTestOutcome } from '@visavis/shared/test-mode'
import { refreshWaitingFaces } from '../faces/index.ts'
import { assertRedirectAllowed } from '../journeys/index.ts'
import { createCaptureToken } from '../links/index.ts'
import { advance } from './advance.ts'
import { assertMayTry } from './assert-may-try.ts'
import type { Attempt } from './attempt-row.ts'
import { isComparing } from './comparison-rules.ts'
import type { AuthenticationsDeps } from './deps.ts'
import { createDigitString } from './digit-string.ts'
import { lockAndSettle } from './settle-attempt.ts'

interface CreateAttemptInput extends CreateAttempt {
  tenantId: string
  faceAuthenticationId: string
}

interface CreatedAttempt {
  attempt: Attempt
  /** The applicant's link; the token in its fragment is shown this once. */
  verificationUrl: string
  /** When asked for; shown this once. */
  digitString?: string
}

/**
 * Opens a new attempt and closes the one before it, if that was still open. While a picture of that one is being
 * compared, no other is opened.
 * @throws AppError NOT_FOUND, REQUEST_INVALID (the journey does not allow `redirect_url`), ATTEMPT_NOT_ALLOWED,
 *   APPLICANT_LOCKED, APPLICANT_DELAYED
 */
export const createAttempt = async (
  deps: AuthenticationsDeps,
  input: CreateAttemptInput,
): Promise<CreatedAttempt> => {
  const { database, now, publicUrl } = deps
  const { tenantId, faceAuthenticationId, client_information: client } = input
  const createdOn = now()
  const { token, hash } = createCaptureToken()
  const digitString = input.generate_digit_string ? await createDigitString(deps) : undefined
  const newAttempt: Attempt = {
    id: newId('attempt'),
    tenantId,
    faceAuthenticationId,
    status: 'pending_redirection',
    responseCodes: [],
    event: 'face_authentication_opened',
    redirectUrl: input.redirect_url,
    residenceCountry: client?.pre_selected_residence_country ?? null,
    language: client?.pre_selected_language ?? null,
    locale: input.locale ?? null,
    digitStringHash: digitString?.hash ?? null,
    captureTokenHash: hash,
    deviceKeyHash: null,
    expiresOn: new Date(createdOn.getTime() + (input.lifetime ?? DEFAULT_LINK_LIFETIME_S) * 1000),
    openedOn: null,
    consentOn: null,
    consent: null,
    cameraOn: null,
    captureCount: 0,
    source: null,
    checkResults: {},
    minimumMatchLevel: null,
    retryReasons: null,
    client: null,
    course: null,
    uploadId: null,
    comparingUntil: null,
    ipAddress: null,
    createdOn,
    modifiedOn: createdOn,
  }

  const { attempt, applicantId, provider } = await database.transaction(async (repositories) => {
    const held = await lockAndSettle(repositories, tenantId, faceAuthenticationId, createdOn)
    if (!held) throw new AppError('NOT_FOUND')
    assertRedirectAllowed(held.journey, newAttempt.redirectUrl)
    assertMayTry(held.lockout, createdOn)
    // Whoever stands in front of the camera has done their part: its verdict comes first.
    if (held.attempt && isComparing(held.attempt, createdOn)) throw new AppError('ATTEMPT_NOT_ALLOWED')
    const step = { trigger: 'attempt_created', codes: [64001] } as const
    const { externalApplicantId } = held
    const isOver = findTestOutcome({ tenantId, externalApplicantId }) === 'expired'
    const attempt = isOver ? { ...newAttempt, expiresOn: createdOn } : newAttempt
    const advanced = await advance(repositories, held, [step], { now: createdOn, newAttempt: attempt })
    if (!advanced) throw new AppError('ATTEMPT_NOT_ALLOWED')
    return { attempt, applicantId: held.authentication.applicantId, provider: held.journey.provider }
  })
  // Vendors tell nobody when a face of theirs becomes active: without asking, the link would say that there is none.
  const references = deps.providers.find(provider)?.capabilities.references ?? []
  if (references.includes('vendor')) await refreshWaitingFaces(deps, { tenantId, applicantId })

  const verificationUrl = `${publicUrl}/verify/${attempt.id}#${token}`
  return { attempt, verificationUrl, ...(digitString ? { digitString: digitString.digits } : {}) }
}
