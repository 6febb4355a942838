import { AppError } from '@visavis/shared/errors'
import { exportQuery } from '@visavis/shared/exports'
import { listApplicantsSchema } from '@visavis/shared/lists-api'
import { applicantSchema } from '@visavis/shared/partner-answers'
import { createApplicantSchema, updateApplicantSchema } from '@visavis/shared/partner-api'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { answerList, pageOrFileOf } from '../exports/index.ts'
import { APPLICANT_COLUMNS, toApplicantView } from './applicant-view.ts'
import { createApplicant } from './create-applicant.ts'
import type { ApplicantsDeps } from './deps.ts'
import { listApplicants } from './list-applicants.ts'
import { updateApplicant } from './update-applicant.ts'

const applicants = { tag: 'Applicants', scope: 'applicant:*' } as const

export const APPLICANT_ENDPOINTS = [
  partnerEndpoint(
    {
      ...applicants,
      method: 'post',
      path: '/applicants',
      id: 'createApplicant',
      audit: { none: 'everyday work; the row says when' },
      summary: 'Create an applicant',
      body: createApplicantSchema,
      example: {
        external_applicant_id: 'customer-4711',
        external_applicant_name: 'Ada',
        email: 'ada@shop.example',
      },
      answers: { 201: { description: 'The applicant', schema: applicantSchema } },
    },
    async (deps: ApplicantsDeps, { tenantId, body }) =>
      toApplicantView(deps.publicUrl, await createApplicant(deps, tenantId, body)),
  ),
  partnerEndpoint(
    {
      ...applicants,
      method: 'get',
      path: '/applicants',
      id: 'listApplicants',
      summary: 'List applicants, newest first',
      query: listApplicantsSchema.extend(exportQuery),
      exports: 'applicant.export',
      answers: { 200: { description: 'A page of applicants', ...pageOrFileOf(applicantSchema) } },
      errors: ['EXPORT_LIMIT_REACHED'],
    },
    async (deps: ApplicantsDeps, { c, tenantId, query }) =>
      answerList(c, query, {
        path: `${deps.publicUrl}/applicants`,
        list: (page) => listApplicants(deps, tenantId, query, page),
        toView: (applicant) => toApplicantView(deps.publicUrl, applicant),
        columns: APPLICANT_COLUMNS,
      }),
  ),
  partnerEndpoint(
    {
      ...applicants,
      method: 'get',
      path: '/applicants/{applicantId}',
      id: 'getApplicant',
      summary: 'Read an applicant',
      answers: { 200: { description: 'The applicant', schema: applicantSchema } },
    },
    async (deps: ApplicantsDeps, { tenantId, params }) => {
      const applicant = await deps.database.applicants.get(tenantId, params.applicantId)
      if (!applicant) throw new AppError('NOT_FOUND')
      return toApplicantView(deps.publicUrl, applicant)
    },
  ),
  partnerEndpoint(
    {
      ...applicants,
      method: 'patch',
      path: '/applicants/{applicantId}',
      id: 'updateApplicant',
      audit: { action: 'applicant.update', subject: 'id' },
      summary: 'Change an applicant',
      description: 'What is left out stays. The external id cannot be changed.',
      body: updateApplicantSchema,
      example: { external_applicant_name: 'Ada Lovelace' },
      answers: { 200: { description: 'The applicant', schema: applicantSchema } },
      errors: ['APPLICANT_ANONYMIZED'],
    },
    async (deps: ApplicantsDeps, { tenantId, params, body }) =>
      toApplicantView(deps.publicUrl, await updateApplicant(deps, tenantId, params.applicantId, body)),
  ),
]
