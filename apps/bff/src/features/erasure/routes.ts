import {
  applicantSchema,
  erasureReceiptSchema,
  faceAuthenticationSchema,
} from '@visavis/shared/partner-answers'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toApplicantView } from '../applicants/index.ts'
import { toFaceAuthenticationView } from '../authentications/index.ts'
import { anonymizeApplicant } from './anonymize-applicant.ts'
import { anonymizeFaceAuthentication } from './anonymize-face-authentication.ts'
import type { ErasureDeps } from './deps.ts'
import { readErasureReceipt } from './erasure-receipt.ts'
import { toErasureReceiptView } from './erasure-view.ts'

const applicants = { tag: 'Applicants', scope: 'applicant:*' } as const
const authentications = { tag: 'Face authentications', scope: 'face-authentication:*' } as const

export const ERASURE_ENDPOINTS = [
  partnerEndpoint(
    {
      ...applicants,
      method: 'post',
      path: '/applicants/{applicantId}/anonymize',
      id: 'anonymizeApplicant',
      audit: { action: 'applicant.anonymize', subject: 'id' },
      summary: 'Erase everything personal of an applicant',
      description:
        'Name, e-mail, faces, pictures and 1:N entries, in each face authentication too. The external id stays. Cannot be undone.',
      answers: { 200: { description: 'The applicant, as it is then', schema: applicantSchema } },
    },
    async (deps: ErasureDeps, { tenantId, params }) =>
      toApplicantView(deps.publicUrl, await anonymizeApplicant(deps, tenantId, params.applicantId)),
  ),
  partnerEndpoint(
    {
      ...applicants,
      method: 'get',
      path: '/applicants/{applicantId}/erasure-receipt',
      id: 'getApplicantErasureReceipt',
      summary: 'Read what was erased',
      answers: { 200: { description: 'The receipt', schema: erasureReceiptSchema } },
    },
    async (deps: ErasureDeps, { tenantId, params }) => {
      const receipt = await readErasureReceipt(deps, tenantId, params)
      const self = `${deps.publicUrl}/applicants/${params.applicantId}/erasure-receipt`
      return toErasureReceiptView(self, receipt)
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'post',
      path: '/face-authentications/{faceAuthenticationId}/anonymize',
      id: 'anonymizeFaceAuthentication',
      audit: { action: 'face_authentication.anonymize', subject: 'id' },
      summary: 'Erase everything personal of a face authentication',
      description:
        'Its pictures, and the faces made from them. An open one is closed with 64001. Cannot be undone.',
      answers: {
        200: { description: 'The face authentication, as it is then', schema: faceAuthenticationSchema },
      },
    },
    async (deps: ErasureDeps, { tenantId, params }) => {
      const anonymized = await anonymizeFaceAuthentication(deps, tenantId, params.faceAuthenticationId)
      return toFaceAuthenticationView(deps.publicUrl, anonymized)
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/face-authentications/{faceAuthenticationId}/erasure-receipt',
      id: 'getFaceAuthenticationErasureReceipt',
      summary: 'Read what was erased',
      description: "Erased along with its applicant, it answers the applicant's receipt.",
      answers: { 200: { description: 'The receipt', schema: erasureReceiptSchema } },
    },
    async (deps: ErasureDeps, { tenantId, params }) => {
      const receipt = await readErasureReceipt(deps, tenantId, params)
      const self = `${deps.publicUrl}/face-authentications/${params.faceAuthenticationId}/erasure-receipt`
      return toErasureReceiptView(self, receipt)
    },
  ),
]
