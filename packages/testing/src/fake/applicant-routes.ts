import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { listApplicantsSchema } from '@visavis/shared/lists-api'
import { applicantSchema } from '@visavis/shared/partner-answers'
import { createApplicantSchema, updateApplicantSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import { eraseApplicant } from './erase.ts'
import type { FakeDeps } from './fake-store.ts'
import { find, readBody, readQuery, times, toCursorList, touch } from './request.ts'

export const applicantRoutes = (deps: FakeDeps) => {
  const { store, readUrl } = deps
  return new Hono()
    .post('/', async (c) => {
      const input = await readBody(c, createApplicantSchema)
      const id = newId('applicant')
      const _links = { self: { href: `${readUrl()}/applicants/${id}` } }
      const applicant = applicantSchema.parse({ id, ...times(), ...input, _links })
      store.applicants.set(id, applicant)
      return c.json(applicant, 201)
    })
    .get('/', (c) => {
      const { external_applicant_id: externalId, ...page } = readQuery(c, listApplicantsSchema)
      const found = [...store.applicants.values()].filter(
        (row) => externalId === undefined || row.external_applicant_id === externalId,
      )
      return c.json(toCursorList(c, `${readUrl()}/applicants`, found, page))
    })
    .get('/:id', (c) => c.json(find(store.applicants, c.req.param('id'))))
    .patch('/:id', async (c) => {
      const applicant = find(store.applicants, c.req.param('id'))
      if (store.receipts.has(applicant.id)) throw new AppError('APPLICANT_ANONYMIZED')
      return c.json(touch(applicant, await readBody(c, updateApplicantSchema)))
    })
    .post('/:id/anonymize', (c) => c.json(eraseApplicant(deps, find(store.applicants, c.req.param('id')))))
    .get('/:id/erasure-receipt', (c) => c.json(find(store.receipts, c.req.param('id'))))
}
