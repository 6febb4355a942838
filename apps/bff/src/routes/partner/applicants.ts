import { AppError } from '@visavis/shared/errors'
import { createApplicantSchema, updateApplicantSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import { anonymizeApplicant } from '../../services/anonymize-applicant.ts'
import { createApplicant } from '../../services/create-applicant.ts'
import type { ServiceDeps } from '../../services/deps.ts'
import { readErasureReceipt } from '../../services/erasure-receipt.ts'
import { updateApplicant } from '../../services/update-applicant.ts'
import type { PartnerEnv } from '../env.ts'
import { readJson } from '../read-json.ts'
import { toErasureReceiptView } from './erasure-view.ts'
import { requireScope } from './require-scope.ts'
import { toApplicantView } from './views.ts'

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
