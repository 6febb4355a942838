import { isId } from '@visavis/shared/ids'
import type { AttemptStatus } from '@visavis/shared/statuses'
import type { Kysely } from 'kysely'
import type { Tenant, TenantTables } from '../../access/index.ts'
import type { AttemptTables, FaceAuthenticationTables } from '../../authentications/index.ts'
import type { FaceEnrollmentTables } from '../../faces/index.ts'
import type { UserJourney, UserJourneyTables } from '../../journeys/index.ts'

interface LinkOwner {
  tenant: Pick<Tenant, 'id' | 'name'>
  status: AttemptStatus
}

/** The journey behind a link, for the headers of a page that anyone may load. Crosses tenants: nobody can guess an id. */
export interface LinkJourneysRepo {
  /** What is needed to know the vendor of an attempt. */
  findByAttempt(
    attemptId: string,
  ): Promise<Pick<UserJourney, 'id' | 'tenantId' | 'provider' | 'providerSettingsSealed'> | undefined>
  /** Who may frame the link of that attempt or enrolment; nobody when there is no such link. */
  findFrameOrigins(captureId: string): Promise<readonly string[]>
  /** Whose link the attempt or enrolment is, and how far it has come; `undefined`: there is no such link. */
  findLink(captureId: string): Promise<LinkOwner | undefined>
}

type LinkTables = TenantTables &
  AttemptTables &
  FaceAuthenticationTables &
  FaceEnrollmentTables &
  UserJourneyTables

export const linkJourneysRepo = (db: Kysely<LinkTables>): LinkJourneysRepo => ({
  findByAttempt: (attemptId) =>
    db
      .selectFrom('attempts')
      .innerJoin('faceAuthentications', 'faceAuthentications.id', 'attempts.faceAuthenticationId')
      .innerJoin('userJourneys', 'userJourneys.id', 'faceAuthentications.userJourneyId')
      .select(['userJourneys.id', 'userJourneys.tenantId'])
      .select(['userJourneys.provider', 'userJourneys.providerSettingsSealed'])
      .where('attempts.id', '=', attemptId)
      .executeTakeFirst(),
  findFrameOrigins: async (captureId) => {
    const journeys = db.selectFrom('userJourneys as j').select('j.allowedFrameOrigins')
    const row = isId('faceEnrollment', captureId)
      ? await journeys
          .innerJoin('faceEnrollments as e', (join) =>
            join.onRef('e.tenantId', '=', 'j.tenantId').onRef('e.userJourneyId', '=', 'j.id'),
          )
          .where('e.id', '=', captureId)
          .executeTakeFirst()
      : await journeys
          .innerJoin('faceAuthentications as f', (join) =>
            join.onRef('f.tenantId', '=', 'j.tenantId').onRef('f.userJourneyId', '=', 'j.id'),
          )
          .innerJoin('attempts as a', (join) =>
            join.onRef('a.tenantId', '=', 'f.tenantId').onRef('a.faceAuthenticationId', '=', 'f.id'),
          )
          .where('a.id', '=', captureId)
          .executeTakeFirst()
    return row?.allowedFrameOrigins ?? []
  },
  findLink: async (captureId) => {
    const tenants = db.selectFrom('tenants').select(['tenants.id', 'tenants.name'])
    const row = isId('faceEnrollment', captureId)
      ? await tenants
          .innerJoin('faceEnrollments as link', 'link.tenantId', 'tenants.id')
          .select('link.status')
          .where('link.id', '=', captureId)
          .executeTakeFirst()
      : await tenants
          .innerJoin('attempts as link', 'link.tenantId', 'tenants.id')
          .select('link.status')
          .where('link.id', '=', captureId)
          .executeTakeFirst()
    if (!row) return undefined
    const { status, ...tenant } = row
    return { tenant, status }
  },
})
