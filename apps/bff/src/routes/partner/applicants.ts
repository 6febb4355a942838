import { AppError } from '@visavis/shared/errors'
import { createApplicantSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import { createApplicant } from '../../services/create-applicant.ts'
import type { ServiceDeps } from '../../services/deps.ts'
import { enrolFace } from '../../services/enrol-face.ts'
import type { PartnerEnv } from '../env.ts'
import { readJson } from '../read-json.ts'
import { readFaceImage } from './read-face-image.ts'
import { toApplicantView, toFaceView } from './views.ts'

export const applicantRoutes = (deps: ServiceDeps) =>
  new Hono<PartnerEnv>()
    .post('/', async (c) => {
      const input = await readJson(c, createApplicantSchema)
      const applicant = await createApplicant(deps, c.get('tenantId'), input)
      return c.json(toApplicantView(deps.publicUrl, applicant), 201)
    })
    .get('/:applicantId', async (c) => {
      const applicant = await deps.database.applicants.get(c.get('tenantId'), c.req.param('applicantId'))
      if (!applicant) throw new AppError('NOT_FOUND')
      return c.json(toApplicantView(deps.publicUrl, applicant))
    })
    .post('/:applicantId/faces', async (c) => {
      const face = await enrolFace(deps, {
        tenantId: c.get('tenantId'),
        applicantId: c.req.param('applicantId'),
        image: await readFaceImage(c),
      })
      return c.json(toFaceView(deps.publicUrl, face), 201)
    })
