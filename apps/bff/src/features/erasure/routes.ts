import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toApplicantView } from '../applicants/index.ts'
import { toFaceAuthenticationView } from '../authentications/index.ts'
import { anonymizeApplicant } from './anonymize-applicant.ts'
import { anonymizeFaceAuthentication } from './anonymize-face-authentication.ts'
import type { ErasureDeps } from './deps.ts'
import { readErasureReceipt } from './erasure-receipt.ts'
import { toErasureReceiptView } from './erasure-view.ts'

/** What is below `/applicants/{id}` and erases everything personal of one. */
export const applicantErasureRoutes = (deps: ErasureDeps) =>
  new Hono<PartnerEnv>()
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

/** The same below `/face-authentications/{id}`. */
export const authenticationErasureRoutes = (deps: ErasureDeps) =>
  new Hono<PartnerEnv>()
    .post('/:faceAuthenticationId/anonymize', requireScope('face-authentication:*'), async (c) => {
      const id = c.req.param('faceAuthenticationId')
      const anonymized = await anonymizeFaceAuthentication(deps, c.get('tenantId'), id)
      return c.json(toFaceAuthenticationView(deps.publicUrl, anonymized))
    })
    .get('/:faceAuthenticationId/erasure-receipt', requireScope('face-authentication:*'), async (c) => {
      const faceAuthenticationId = c.req.param('faceAuthenticationId')
      const receipt = await readErasureReceipt(deps, c.get('tenantId'), { faceAuthenticationId })
      const self = `${deps.publicUrl}/face-authentications/${faceAuthenticationId}/erasure-receipt`
      return c.json(toErasureReceiptView(self, receipt))
    })
