import { AppError } from '@visavis/shared/errors'
import { createApplicantSchema, updateApplicantSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toApplicantView } from './applicant-view.ts'
import { createApplicant } from './create-applicant.ts'
import type { ApplicantsDeps } from './deps.ts'
import { updateApplicant } from './update-applicant.ts'

export const applicantRoutes = (deps: ApplicantsDeps) =>
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
