import { AppError } from '@visavis/shared/errors'
import { newId, randomBase32 } from '@visavis/shared/ids'
import { applicantSchema, attemptSchema, faceAuthenticationSchema } from '@visavis/shared/partner-answers'
import {
  createApplicantSchema,
  createAttemptSchema,
  createFaceAuthenticationSchema,
} from '@visavis/shared/partner-api'
import { toErrorCodes } from '@visavis/shared/to-error-codes'
import { type Context, Hono } from 'hono'
import type * as z from 'zod'
import type { FakeStore } from './fake-store.ts'

export interface PartnerRoutesDeps {
  store: FakeStore
  apiKey: string
  readUrl: () => string
}

const readBody = async <Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> => {
  const input: unknown = await c.req.json().catch(() => ({}))
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new AppError('REQUEST_INVALID', { errorCodes: toErrorCodes(parsed.error.issues, input) })
}

const times = () => {
  const now = new Date().toISOString()
  return { created_on: now, modified_on: now }
}

/** Takes no new attempt in these: as in Checkout.com's table. */
const OVER: readonly string[] = ['approved', 'declined', 'refused', 'inconclusive']

/** The calls of a sign-in, on the same schemas as the real server. */
export const partnerRoutes = ({ store, apiKey, readUrl }: PartnerRoutesDeps) => {
  const find = <Row>(rows: ReadonlyMap<string, Row>, id: string): Row => {
    const row = rows.get(id)
    if (!row) throw new AppError('NOT_FOUND')
    return row
  }
  return new Hono()
    .use(async (c, next) => {
      if (c.req.header('authorization') !== `Bearer ${apiKey}`) throw new AppError('API_KEY_INVALID')
      await next()
    })
    .post('/applicants', async (c) => {
      const id = newId('applicant')
      const self = { href: `${readUrl()}/applicants/${id}` }
      const input = await readBody(c, createApplicantSchema)
      store.applicants.set(id, applicantSchema.parse({ id, ...times(), ...input, _links: { self } }))
      return c.json(store.applicants.get(id), 201)
    })
    .get('/applicants/:id', (c) => c.json(find(store.applicants, c.req.param('id'))))
    .post('/face-authentications', async (c) => {
      const input = await readBody(c, createFaceAuthenticationSchema)
      find(store.applicants, input.applicant_id)
      const id = newId('faceAuthentication')
      const base = readUrl()
      const row = faceAuthenticationSchema.parse({
        id,
        ...times(),
        ...input,
        status: 'created',
        response_codes: [],
        risk_labels: [],
        _links: {
          self: { href: `${base}/face-authentications/${id}` },
          applicant: { href: `${base}/applicants/${input.applicant_id}` },
        },
      })
      store.authentications.set(id, row)
      return c.json(row, 201)
    })
    .get('/face-authentications/:id', (c) => c.json(find(store.authentications, c.req.param('id'))))
    .post('/face-authentications/:id/attempts', async (c) => {
      const authentication = find(store.authentications, c.req.param('id'))
      if (OVER.includes(authentication.status)) throw new AppError('ATTEMPT_NOT_ALLOWED')
      const { redirect_url } = await readBody(c, createAttemptSchema)
      const id = newId('attempt')
      const token = randomBase32(43)
      const base = readUrl()
      const view = attemptSchema.parse({
        id,
        ...times(),
        status: 'pending_redirection',
        response_codes: [],
        redirect_url,
        _links: { self: { href: `${base}/face-authentications/${authentication.id}/attempts/${id}` } },
      })
      authentication.status = 'pending'
      store.attempts.set(id, { view, token, authenticationId: authentication.id })
      const verification_url = { href: `${base}/verify/${id}#${token}` }
      return c.json({ ...view, _links: { ...view._links, verification_url } }, 201)
    })
    .get('/face-authentications/:id/attempts/:attemptId', (c) => {
      const { view, authenticationId } = find(store.attempts, c.req.param('attemptId'))
      if (authenticationId !== c.req.param('id')) throw new AppError('NOT_FOUND')
      return c.json(view)
    })
}
