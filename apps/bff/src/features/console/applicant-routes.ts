import { pageOf } from '@visavis/shared/answers'
import { type ConsoleApplicantView, consoleApplicantSchema } from '@visavis/shared/console-api'
import { AppError } from '@visavis/shared/errors'
import { listApplicantsSchema } from '@visavis/shared/lists-api'
import { applicantSchema, erasureReceiptSchema } from '@visavis/shared/partner-answers'
import { toCursorListView, toTime } from '../../http/view-parts.ts'
import { listApplicants, toApplicantView } from '../applicants/index.ts'
import { readLockout } from '../authentications/index.ts'
import { anonymizeApplicant, readErasureReceipt, toErasureReceiptView } from '../erasure/index.ts'
import { listFaces, toFaceView } from '../faces/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleDeps, ConsoleErasureDeps } from './deps.ts'
import { recordAct } from './record-act.ts'

/** More than an applicant can have. */
const ALL_FACES = { skip: 0, limit: 100 }

const readPerson = async (deps: ConsoleDeps, tenantId: string, id: string): Promise<ConsoleApplicantView> => {
  const applicant = await deps.database.applicants.get(tenantId, id)
  if (!applicant) throw new AppError('NOT_FOUND')
  const { anonymizedOn } = applicant
  const faces = await listFaces(deps, tenantId, id, ALL_FACES)
  return {
    applicant: toApplicantView(deps.publicUrl, applicant),
    ...(anonymizedOn ? { anonymized_on: toTime(anonymizedOn) } : {}),
    faces: faces.rows.map((face) => toFaceView(deps.publicUrl, face)),
    lockout: await readLockout(deps, tenantId, id),
  }
}

const one = '/console/api/applicants/{applicantId}'

export const CONSOLE_APPLICANT_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'get',
      path: '/console/api/applicants',
      id: 'listConsoleApplicants',
      summary: 'Applicants, newest first',
      query: listApplicantsSchema,
      answers: { 200: { description: 'A page of them', schema: pageOf(applicantSchema) } },
    },
    async (deps: ConsoleDeps, { c, query }) => {
      const { cursor: after, limit } = query
      const page = await listApplicants(deps, c.get('user').tenantId, query, { after, limit })
      const path = `${deps.consoleUrl}/console/api/applicants`
      return toCursorListView(path, page, { query: c.req.query(), limit }, (applicant) =>
        toApplicantView(deps.publicUrl, applicant),
      )
    },
  ),
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'get',
      path: one,
      id: 'getConsoleApplicant',
      summary: 'An applicant with their faces and what their declines led to',
      answers: { 200: { description: 'All of it', schema: consoleApplicantSchema } },
    },
    (deps: ConsoleDeps, { c, params }) => readPerson(deps, c.get('user').tenantId, params.applicantId),
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'post',
      path: `${one}/unlock`,
      id: 'unlockConsoleApplicant',
      summary: 'Unlock an applicant',
      answers: { 204: { description: 'Nothing is in the way of the next try' } },
    },
    (deps: ConsoleDeps, { c, params: { applicantId } }) =>
      deps.database.transaction(async (database) => {
        const { tenantId } = c.get('user')
        if (!(await database.applicants.get(tenantId, applicantId))) throw new AppError('NOT_FOUND')
        await database.lockouts.delete(tenantId, applicantId)
        await recordAct({ ...deps, database }, c, 'applicant.unlock', applicantId)
      }),
  ),
  consoleEndpoint(
    {
      role: 'admin',
      recentPasskey: true,
      method: 'post',
      path: `${one}/anonymize`,
      id: 'anonymizeConsoleApplicant',
      summary: 'Erase everything personal of an applicant',
      description: 'Cannot be undone.',
      answers: { 200: { description: 'The receipt', schema: erasureReceiptSchema } },
    },
    async (deps: ConsoleErasureDeps, { c, params: { applicantId } }) => {
      const { tenantId } = c.get('user')
      await anonymizeApplicant(deps, tenantId, applicantId)
      await recordAct(deps, c, 'applicant.anonymize', applicantId)
      return readReceipt(deps, tenantId, applicantId)
    },
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'get',
      path: `${one}/erasure-receipt`,
      id: 'getConsoleErasureReceipt',
      summary: 'What was erased',
      answers: { 200: { description: 'The receipt', schema: erasureReceiptSchema } },
    },
    (deps: ConsoleErasureDeps, { c, params }) =>
      readReceipt(deps, c.get('user').tenantId, params.applicantId),
  ),
]

const readReceipt = async (deps: ConsoleErasureDeps, tenantId: string, applicantId: string) =>
  toErasureReceiptView(
    `${deps.publicUrl}/applicants/${applicantId}/erasure-receipt`,
    await readErasureReceipt(deps, tenantId, { applicantId }),
  )
