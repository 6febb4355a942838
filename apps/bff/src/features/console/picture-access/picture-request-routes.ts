import {
  answerPictureRequestSchema,
  askForPictureSchema,
  pictureRequestSchema,
  pictureRequestsSchema,
} from '@visavis/shared/picture-access'
import type { Context } from 'hono'
import { given, toTime } from '../../../http/view-parts.ts'
import { readOrigin } from '../../audit/index.ts'
import { consoleEndpoint } from '../console-endpoint.ts'
import type { ConsoleEnv } from '../console-session.ts'
import type { ConsoleDeps } from '../deps.ts'
import { type Asker, answerPictureRequest, askForPicture, listPictureViewers } from './picture-access.ts'
import { REQUEST_LIFETIME_MS, toRequestStatus } from './picture-access-rules.ts'
import type { PictureRequest } from './picture-requests-repo.ts'

/** More than a page shows. */
const MAX_REQUESTS = 200

export const readAsker = (c: Context<ConsoleEnv>): Asker => {
  const { id, tenantId } = c.get('user')
  return { id, tenantId, deskTenantId: c.get('deskTenantId') }
}

const toView = (
  { now }: Pick<ConsoleDeps, 'now'>,
  people: ReadonlyMap<string, string>,
  asker: Asker,
  request: PictureRequest,
) => ({
  id: request.id,
  picture_id: request.pictureId,
  subject_id: request.subjectId,
  reason: request.reason,
  status: toRequestStatus(request, new Set(people.keys()), now()),
  asked_by: { id: request.askedBy, ...given('name', people.get(request.askedBy) ?? null) },
  is_own: request.askedBy === asker.id,
  ...(request.decidedBy === null
    ? {}
    : { decided_by: { id: request.decidedBy, ...given('name', people.get(request.decidedBy) ?? null) } }),
  created_on: toTime(request.createdOn),
  expires_on: toTime(request.expiresOn),
})

/** Where a partner wants two people for a look at a picture. */
export const CONSOLE_PICTURE_REQUEST_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'reviewer',
      method: 'get',
      path: '/console/api/picture-requests',
      id: 'listConsolePictureRequests',
      summary: 'Who asks to look at pictures, oldest first',
      description: "What waits for an answer, and one's own of the last day.",
      answers: { 200: { description: 'All of them', schema: pictureRequestsSchema } },
    },
    async (deps: ConsoleDeps, { c }) => {
      const { database, now } = deps
      const asker = readAsker(c)
      const since = new Date(now().getTime() - REQUEST_LIFETIME_MS)
      const people = await listPictureViewers(deps, asker.deskTenantId)
      const rows = await database.pictureRequests.listSince(asker.tenantId, since, MAX_REQUESTS)
      const views = rows.map((row) => toView(deps, people, asker, row))
      return {
        picture_access: await database.tenants.readPictureAccess(asker.deskTenantId),
        data: views.filter(({ status, is_own: isOwn }) => status === 'waiting' || isOwn),
      }
    },
  ),
  consoleEndpoint(
    {
      role: 'reviewer',
      method: 'post',
      path: '/console/api/picture-requests',
      id: 'createConsolePictureRequest',
      summary: 'Ask a colleague for a look at a picture',
      description:
        'Good for all pictures of the same applicant. Whoever waits for an answer, or has a good one, gets that request.',
      body: askForPictureSchema,
      answers: { 201: { description: 'As it stands', schema: pictureRequestSchema } },
      errors: ['NOT_FOUND', 'PICTURE_REQUEST_CLOSED'],
    },
    async (deps: ConsoleDeps, { c, body }) => {
      const asker = readAsker(c)
      const question = { pictureId: body.picture_id, reason: body.reason }
      const request = await askForPicture(deps, asker, question, readOrigin(c, deps))
      return toView(deps, await listPictureViewers(deps, asker.deskTenantId), asker, request)
    },
  ),
  consoleEndpoint(
    {
      role: 'reviewer',
      recentPasskey: true,
      method: 'post',
      path: '/console/api/picture-requests/{pictureRequestId}',
      id: 'answerConsolePictureRequest',
      summary: 'Allow or refuse the look that a colleague asks for',
      description:
        'Once allowed they may look for 15 minutes. Nobody answers what they asked for themselves.',
      body: answerPictureRequestSchema,
      answers: { 200: { description: 'As it stands now', schema: pictureRequestSchema } },
      errors: ['NOT_FOUND', 'PICTURE_REQUEST_CLOSED', 'PICTURE_REQUEST_OWN'],
    },
    async (deps: ConsoleDeps, { c, params, body: { decision } }) => {
      const asker = readAsker(c)
      const answer = { requestId: params.pictureRequestId, decision }
      const request = await answerPictureRequest(deps, asker, answer, readOrigin(c, deps))
      return toView(deps, await listPictureViewers(deps, asker.deskTenantId), asker, request)
    },
  ),
]
