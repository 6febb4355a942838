import { fieldErrorIf } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { listFaceAuthenticationsSchema } from '@visavis/shared/lists-api'
import { assetSchema, attemptSchema, faceAuthenticationSchema } from '@visavis/shared/partner-answers'
import { createAttemptSchema, createFaceAuthenticationSchema } from '@visavis/shared/partner-api'
import { toResponseCodes } from '@visavis/shared/response-codes'
import type { AuthenticationStatus } from '@visavis/shared/statuses'
import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { type Context, Hono } from 'hono'
import type * as z from 'zod'
import { announce } from './announce.ts'
import { eraseAuthentication } from './erase.ts'
import type { FaceAuthentication, FakeAttempt, FakeDeps, FakeStore } from './fake-store.ts'
import { checkRedirect, newToken, toVerificationUrl } from './links.ts'
import { find, readBody, readQuery, refuse, times, toCursorList, toList, touch } from './request.ts'

/** What a new attempt is, by the status it finds; in the others there is none (Checkout.com's table). */
const OPENS: Partial<Record<AuthenticationStatus, WebhookEventType>> = {
  created: 'face_authentication_opened',
  pending: 'face_authentication_reset',
  retry_required: 'face_authentication_retry_requested',
}

export const attemptsOf = (store: FakeStore, id: string): FakeAttempt[] =>
  [...store.attempts.values()].filter(({ authenticationId }) => authenticationId === id)

const findAttempt = (store: FakeStore, c: Context): FakeAttempt => {
  const attempt = find(store.attempts, c.req.param('attemptId') ?? '')
  if (attempt.authenticationId !== c.req.param('id')) throw new AppError('NOT_FOUND')
  return attempt
}

const eightDigits = () => String(Math.floor(Math.random() * 1e8)).padStart(8, '0')

const createAttempt = async (deps: FakeDeps, c: Context) => {
  const { store, readUrl } = deps
  const asked = await readBody(c, createAttemptSchema)
  const authentication = find(store.authentications, c.req.param('id') ?? '')
  checkRedirect(deps, store.journeys.get(authentication.user_journey_id), asked.redirect_url)
  const event = OPENS[authentication.status]
  if (!event) throw new AppError('ATTEMPT_NOT_ALLOWED')
  for (const { view } of attemptsOf(store, authentication.id)) {
    if (view.status !== 'pending_redirection') continue
    touch(view, { status: 'terminated', response_codes: toResponseCodes([64001]) })
  }
  const id = newId('attempt')
  const token = newToken()
  const { lifetime, generate_digit_string, ...kept } = asked
  const view = attemptSchema.parse({
    id,
    ...times(),
    status: 'pending_redirection',
    response_codes: [],
    ...kept,
    _links: { self: { href: `${readUrl()}/face-authentications/${authentication.id}/attempts/${id}` } },
  })
  store.attempts.set(id, { kind: 'attempt', view, token, authenticationId: authentication.id })
  touch(authentication, { status: 'pending', response_codes: [] })
  announce(deps, authentication, event)
  const verification_url = toVerificationUrl(readUrl(), id, token)
  const digits = generate_digit_string ? { digit_string: eightDigits() } : {}
  return c.json({ ...view, ...digits, _links: { ...view._links, verification_url } }, 201)
}

const isAskedFor = (
  { journeys, applicants }: FakeStore,
  row: FaceAuthentication,
  asked: z.output<typeof listFaceAuthenticationsSchema>,
): boolean => {
  const known = {
    status: row.status,
    user_journey_id: row.user_journey_id,
    provider: journeys.get(row.user_journey_id)?.provider,
    applicant_id: row.applicant_id,
    external_applicant_id: applicants.get(row.applicant_id)?.external_applicant_id,
  }
  const isOther = Object.entries(known).some(([name, value]) => {
    const wanted = asked[name as keyof typeof known]
    return wanted !== undefined && wanted !== value
  })
  const hasCode =
    asked.response_code === undefined || row.response_codes.some(({ code }) => code === asked.response_code)
  const hasLabel = asked.risk_label === undefined || row.risk_labels.includes(asked.risk_label)
  return !isOther && hasCode && hasLabel
}

export const authenticationRoutes = (deps: FakeDeps) => {
  const { store, readUrl } = deps
  const toUrl = (c: Context) => `${readUrl()}/face-authentications/${c.req.param('id')}`
  return (
    new Hono()
      .post('/', async (c) => {
        const input = await readBody(c, createFaceAuthenticationSchema)
        const missing = [
          ...fieldErrorIf(!store.applicants.has(input.applicant_id), 'applicant_id__not_found'),
          ...fieldErrorIf(!store.journeys.has(input.user_journey_id), 'user_journey_id__not_found'),
        ]
        if (missing.length > 0) refuse(...missing)
        if (store.receipts.has(input.applicant_id)) throw new AppError('APPLICANT_ANONYMIZED')
        const id = newId('faceAuthentication')
        const authentication = faceAuthenticationSchema.parse({
          id,
          ...times(),
          ...input,
          status: 'created',
          response_codes: [],
          risk_labels: [],
          _links: {
            self: { href: `${readUrl()}/face-authentications/${id}` },
            applicant: { href: `${readUrl()}/applicants/${input.applicant_id}` },
          },
        })
        store.authentications.set(id, authentication)
        announce(deps, authentication, 'face_authentication_created')
        return c.json(authentication, 201)
      })
      .get('/', (c) => {
        const asked = readQuery(c, listFaceAuthenticationsSchema)
        const found = [...store.authentications.values()].filter((row) => isAskedFor(store, row, asked))
        return c.json(toCursorList(c, `${readUrl()}/face-authentications`, found, asked))
      })
      .get('/:id', (c) => c.json(find(store.authentications, c.req.param('id'))))
      .post('/:id/anonymize', (c) =>
        c.json(eraseAuthentication(deps, find(store.authentications, c.req.param('id')))),
      )
      .get('/:id/erasure-receipt', (c) => {
        const { id, applicant_id } = find(store.authentications, c.req.param('id'))
        const receipt = store.receipts.get(id) ?? find(store.receipts, applicant_id)
        return c.json({ ...receipt, _links: { self: { href: `${toUrl(c)}/erasure-receipt` } } })
      })
      .post('/:id/attempts', (c) => createAttempt(deps, c))
      .get('/:id/attempts', (c) => {
        const { id } = find(store.authentications, c.req.param('id'))
        const views = attemptsOf(store, id).map(({ view }) => view)
        return c.json(toList(c, `${toUrl(c)}/attempts`, views))
      })
      .get('/:id/attempts/:attemptId', (c) => c.json(findAttempt(store, c).view))
      .get('/:id/attempts/:attemptId/assets', (c) => {
        const { view, authenticationId } = findAttempt(store, c)
        const { face } = find(store.authentications, authenticationId)
        const isKept = face !== undefined && view.status === 'completed'
        const asset_url = { href: face?.image_signed_url }
        const assets = isKept ? [assetSchema.parse({ type: 'face_image', _links: { asset_url } })] : []
        return c.json(toList(c, `${toUrl(c)}/attempts/${view.id}/assets`, assets))
      })
      // Nobody turns their head here.
      .get('/:id/attempts/:attemptId/liveness-evidence', (c) => {
        const { view } = findAttempt(store, c)
        return c.json(toList(c, `${toUrl(c)}/attempts/${view.id}/liveness-evidence`, []))
      })
  )
}
