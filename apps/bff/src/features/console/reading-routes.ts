import { pageOf } from '@visavis/shared/answers'
import { auditEventSchema } from '@visavis/shared/audit'
import { consoleAuthenticationSchema, consoleJourneySchema } from '@visavis/shared/console-api'
import { listAuditEventsSchema } from '@visavis/shared/lists-api'
import {
  listConsoleFaceAuthenticationsSchema,
  overviewSchema,
  readOverviewSchema,
} from '@visavis/shared/overview-api'
import { faceAuthenticationSchema } from '@visavis/shared/partner-answers'
import * as z from 'zod'
import { toCursorListView } from '../../http/view-parts.ts'
import { listAuditEvents, readOrigin, toAuditEventView } from '../audit/index.ts'
import { listFaceAuthentications, toFaceAuthenticationView } from '../authentications/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleDeps } from './deps.ts'
import { readOverview } from './overview/read-overview.ts'
import { readAsker } from './picture-access/picture-request-routes.ts'
import { readCase, toJourneyView } from './read-case.ts'
import { readPicture } from './read-picture.ts'

/** More than a page shows to choose from. */
const MAX_JOURNEYS = 100

/** What the pages show: of the tenant of whoever is signed in. */
export const CONSOLE_READING_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'get',
      path: '/console/api/overview',
      id: 'getConsoleOverview',
      summary: 'How it goes in a span of time',
      description: 'The last seven days, or a span of at most a year; by what the lists filter by.',
      query: readOverviewSchema,
      answers: { 200: { description: 'What is counted', schema: overviewSchema } },
    },
    (deps: ConsoleDeps, { c, query }) => readOverview(deps, c.get('user').tenantId, query),
  ),
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'get',
      path: '/console/api/face-authentications',
      id: 'listConsoleFaceAuthentications',
      summary: 'Face authentications, newest first',
      query: listConsoleFaceAuthenticationsSchema,
      answers: { 200: { description: 'A page of them', schema: pageOf(faceAuthenticationSchema) } },
    },
    async (deps: ConsoleDeps, { c, query }) => {
      const page = await listFaceAuthentications(deps, c.get('user').tenantId, query, {
        after: query.cursor,
        limit: query.limit,
      })
      const path = `${deps.consoleUrl}/console/api/face-authentications`
      return toCursorListView(
        path,
        page,
        { query: c.req.query(), limit: query.limit },
        ({ authentication, review }) => toFaceAuthenticationView(deps.publicUrl, authentication, { review }),
      )
    },
  ),
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'get',
      path: '/console/api/face-authentications/{faceAuthenticationId}',
      id: 'getConsoleFaceAuthentication',
      summary: 'A face authentication with all that explains it',
      answers: { 200: { description: 'All of it', schema: consoleAuthenticationSchema } },
    },
    (deps: ConsoleDeps, { c, params }) => readCase(deps, c.get('user').tenantId, params.faceAuthenticationId),
  ),
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'get',
      path: '/console/api/user-journeys',
      id: 'listConsoleUserJourneys',
      summary: 'User journeys to choose from',
      answers: {
        200: { description: 'The first hundred', schema: z.object({ data: z.array(consoleJourneySchema) }) },
      },
    },
    async ({ database }: ConsoleDeps, { c }) => {
      const page = { skip: 0, limit: MAX_JOURNEYS }
      const { rows } = await database.userJourneys.list(c.get('user').tenantId, page)
      return { data: rows.map(toJourneyView) }
    },
  ),
  consoleEndpoint(
    {
      role: 'reviewer',
      recentPasskey: true,
      denial: 'picture.deny',
      method: 'get',
      path: '/console/api/pictures/{pictureId}',
      id: 'getConsolePicture',
      summary: 'Look at a picture, or a video',
      description:
        'Each look is an entry of the audit log, written before the picture goes out. Where the partner wants two people ' +
        'for it, a colleague has to have allowed it within the last 15 minutes.',
      errors: ['NOT_FOUND', 'PICTURE_ACCESS_NEEDED'],
      answers: { 200: { description: 'Its bytes', schema: z.string(), mediaType: 'image/*' } },
    },
    async (deps: ConsoleDeps, { c, params }) => {
      const { asset, picture } = await readPicture(deps, readAsker(c), params.pictureId, readOrigin(c, deps))
      return c.body(new Uint8Array(picture), 200, {
        'Content-Type': asset.mediaType,
        'Content-Disposition': 'inline',
      })
    },
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'get',
      path: '/console/api/audit-events',
      id: 'listConsoleAuditEvents',
      summary: 'Who did what, newest first',
      query: listAuditEventsSchema,
      answers: { 200: { description: 'A page of the audit log', schema: pageOf(auditEventSchema) } },
    },
    async (deps: ConsoleDeps, { c, query }) =>
      toCursorListView(
        `${deps.consoleUrl}/console/api/audit-events`,
        await listAuditEvents(deps, c.get('user').tenantId, query),
        { query: c.req.query(), limit: query.limit },
        toAuditEventView,
      ),
  ),
]
