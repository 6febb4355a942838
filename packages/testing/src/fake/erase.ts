import { newId } from '@visavis/shared/ids'
import { erasureReceiptSchema } from '@visavis/shared/partner-answers'
import { toResponseCodes } from '@visavis/shared/response-codes'
import { ERASURE_KINDS, type ErasureKind } from '@visavis/shared/statuses'
import { announce } from './announce.ts'
import { removeFace } from './face-routes.ts'
import type { Applicant, Attempt, FaceAuthentication, FakeDeps } from './fake-store.ts'
import { toTime, touch } from './request.ts'

type Erased = Partial<Record<ErasureKind, number>>

const add = (all: Erased[]): Erased => {
  const sum: Erased = {}
  for (const one of all) for (const kind of ERASURE_KINDS) sum[kind] = (sum[kind] ?? 0) + (one[kind] ?? 0)
  return sum
}

const keepReceipt = ({ store, readUrl }: FakeDeps, subject: string, path: string, erased: Erased): void => {
  const now = toTime(new Date())
  const receipt = erasureReceiptSchema.parse({
    id: newId('erasureReceipt'),
    created_on: now,
    completed_on: now,
    subject_id: subject,
    erased: ERASURE_KINDS.map((kind) => ({ kind, count: erased[kind] ?? 0 })),
    _links: { self: { href: `${readUrl()}/${path}/${subject}/erasure-receipt` } },
  })
  store.receipts.set(subject, receipt)
}

const eraseFaces = (
  deps: FakeDeps,
  isGone: (face: { applicant_id: string; attempt_id?: string | undefined }) => boolean,
): Erased => {
  const gone = [...deps.store.faces.values()].filter(isGone)
  for (const face of gone) removeFace(deps, face)
  const withPicture = gone.filter(
    ({ status, vendor_reference }) => !['NEW', 'FAILED'].includes(status) && !vendor_reference,
  ).length
  const vendor_reference = gone.filter((face) => face.vendor_reference).length
  return { picture: withPicture, template: withPicture, vendor_reference }
}

/** What follows `?`, and what is known of the browser. */
const scrub = (attempt: Attempt): Erased => {
  const { client_information: client, applicant_session_information: session, locale, details } = attempt
  const url = new URL(attempt.redirect_url)
  const isChanged = url.search !== '' || url.hash !== ''
  url.search = ''
  url.hash = ''
  if (isChanged) attempt.redirect_url = url.href
  delete attempt.client_information
  delete attempt.applicant_session_information
  delete attempt.locale
  // That there was a consent can still be shown.
  if (details?.consent) attempt.details = { consent: details.consent }
  else delete attempt.details
  const known =
    Object.keys(client ?? {}).length + (session ? 1 : 0) + (locale ? 1 : 0) + (details?.surface ? 1 : 0)
  return { attempt_field: known + (isChanged ? 1 : 0) }
}

const OPEN: readonly string[] = [
  'created',
  'pending',
  'capture_in_progress',
  'checks_in_progress',
  'retry_required',
]

const eraseOne = (deps: FakeDeps, authentication: FaceAuthentication): Erased => {
  const attempts = [...deps.store.attempts.values()].filter(
    (attempt) => attempt.authenticationId === authentication.id,
  )
  const ids = attempts.map(({ view }) => view.id)
  const pictures = attempts.filter(({ view }) => view.status === 'completed').length
  if (OPEN.includes(authentication.status)) {
    const response_codes = toResponseCodes([64001])
    touch(authentication, { status: 'inconclusive', response_codes })
    for (const { view } of attempts) {
      if (view.status === 'pending_redirection') touch(view, { status: 'terminated', response_codes })
    }
    announce(deps, authentication, 'face_authentication_closed')
  }
  delete authentication.face
  const erased = add([
    { picture: pictures },
    eraseFaces(deps, ({ attempt_id }) => attempt_id !== undefined && ids.includes(attempt_id)),
    ...attempts.map(({ view }) => scrub(view)),
  ])
  announce(deps, touch(authentication, {}), 'face_authentication_anonymized')
  return erased
}

/** Repeating it changes nothing. */
export const eraseAuthentication = (
  deps: FakeDeps,
  authentication: FaceAuthentication,
): FaceAuthentication => {
  const { receipts } = deps.store
  if (receipts.has(authentication.id) || receipts.has(authentication.applicant_id)) return authentication
  keepReceipt(deps, authentication.id, 'face-authentications', eraseOne(deps, authentication))
  return authentication
}

/** Repeating it changes nothing. */
export const eraseApplicant = (deps: FakeDeps, applicant: Applicant): Applicant => {
  const { store } = deps
  if (store.receipts.has(applicant.id)) return applicant
  const fields = [applicant.email, applicant.external_applicant_name].filter((field) => field !== undefined)
  delete applicant.email
  delete applicant.external_applicant_name
  const own = [...store.authentications.values()].filter(
    ({ id, applicant_id }) => applicant_id === applicant.id && !store.receipts.has(id),
  )
  const entries = [...store.indexed.values()].filter(({ view }) => view.applicant_id === applicant.id)
  for (const { view } of entries) store.indexed.delete(view.one_to_n_verification_id)
  const erased = add([
    eraseFaces(deps, ({ applicant_id }) => applicant_id === applicant.id),
    { index_entry: entries.length },
    ...own.map((authentication) => eraseOne(deps, authentication)),
    { applicant_field: fields.length },
  ])
  keepReceipt(deps, applicant.id, 'applicants', erased)
  return touch(applicant, {})
}
