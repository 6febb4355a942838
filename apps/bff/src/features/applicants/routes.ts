import { AppError } from '@visavis/shared/errors'
import { createApplicantSchema, updateApplicantSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { requireScope } from '../../http/require-scope.ts'
import type { ServiceDeps } from '../../service-deps.ts'
import { toApplicantView } from '../authentications/views.ts'
import { anonymizeApplicant } from '../erasure/anonymize-applicant.ts'
import { readErasureReceipt } from '../erasure/erasure-receipt.ts'
import { toErasureReceiptView } from '../erasure/erasure-view.ts'
import { createApplicant } from './create-applicant.ts'
import { updateApplicant } from './update-applicant.ts'

export const applicantRoutes = (deps: ServiceDeps) =>
  new Hono<PartnerEnv>()
    .post('/', requireScope('applicant:*'), async (c) => {
      const input = await readJson(c, createApplicantSchema)
      const applicant = await createApplicant(deps, c.get('tenantId'), input)
      return c.json(toApplicantView(deps.publicUrl, applicant), 201)
    })
    .get('/:applicantId', requireScope('applicant:*'), async (c) => {
      const applicant = await deps.database.applicants.get(c.get('tenantId'), c.req.param('applicantId'))
      if (!applicant) throw new AppError('NOT_FOUND')
      return c.json(toApplicantView(deps.publicUrl, applicant))
    })
    .patch('/:applicantId', requireScope('applicant:*'), async (c) => {
      const input = await readJson(c, updateApplicantSchema)
      const applicant = await updateApplicant(deps, c.get('tenantId'), c.req.param('applicantId'), input)
      return c.json(toApplicantView(deps.publicUrl, applicant))
    })
    .post('/:applicantId/anonymize', requireScope('applicant:*'), async (c) => {
      const applicant = await anonymizeApplicant(deps, c.get('tenantId'), c.req.param('applicantId'))
      return c.json(toApplicantView(deps.publicUrl, applicant))
    })
    .get('/:applicantId/erasure-receipt', requireScope('applicant:*'), async (c) => {
      const applicantId = c.req.param('applicantId')
      const receipt = await readErasureReceipt(deps, c.get('tenantId'), { applicantId })
      const self = `${deps.publicUrl}/applicants/${applicantId}/erasure-receipt`
      return c.json(toErasureReceiptView(self, receipt))
    })
