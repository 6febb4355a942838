import type { ConsentNotice } from '@visavis/shared/consent'
import type { JourneyThresholds } from '@visavis/shared/journey-thresholds'
import type { ReviewPolicy } from '@visavis/shared/reviews'
import type {
  EnrolmentMatch,
  JourneyTheme,
  LivenessPolicy,
  LivenessStepUp,
  LockoutPolicy,
  PhotoUpload,
  ReplayCheck,
} from '@visavis/shared/user-journeys'
import type { Kysely } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Page, Paged } from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'

/** The settings are described in `@visavis/shared/user-journeys`. */
export interface UserJourney {
  id: string
  tenantId: string
  name: string
  provider: string
  /** A JSON object, encrypted; `null`: none. Only `journeys/provider-settings.ts` opens it. */
  providerSettingsSealed: Uint8Array | null
  /** Names of those settings: all that is ever shown of them. */
  providerSettingKeys: readonly string[]
  allowedRedirectUrls: readonly string[]
  allowedFrameOrigins: readonly string[]
  theme: JourneyTheme
  locale: string | null
  retryLimit: number
  minimumMatchLevel: number
  livenessPolicy: LivenessPolicy
  livenessStepUp: LivenessStepUp | null
  enrolmentMatch: EnrolmentMatch
  photoUpload: PhotoUpload | null
  replayCheck: ReplayCheck
  lockout: LockoutPolicy | null
  review: ReviewPolicy
  reviewFourEyes: boolean
  retentionDays: number
  metadataRetentionDays: number | null
  livenessEvidenceDays: number
  faceVideo: boolean
  oneToN: boolean
  alternativeUrl: string | null
  consentNotice: ConsentNotice | null
  handoff: boolean
  copy: Readonly<Record<string, string>>
  thresholds: JourneyThresholds
  createdOn: Date
  modifiedOn: Date
}

export const USER_JOURNEY_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  name: 'kept',
  provider: 'kept',
  providerSettingsSealed: 'kept',
  providerSettingKeys: 'kept',
  allowedRedirectUrls: 'kept',
  allowedFrameOrigins: 'kept',
  theme: 'kept',
  locale: 'kept',
  retryLimit: 'kept',
  minimumMatchLevel: 'kept',
  livenessPolicy: 'kept',
  livenessStepUp: 'kept',
  enrolmentMatch: 'kept',
  photoUpload: 'kept',
  replayCheck: 'kept',
  lockout: 'kept',
  review: 'kept',
  reviewFourEyes: 'kept',
  retentionDays: 'kept',
  metadataRetentionDays: 'kept',
  livenessEvidenceDays: 'kept',
  faceVideo: 'kept',
  oneToN: 'kept',
  alternativeUrl: 'kept',
  consentNotice: 'kept',
  handoff: 'kept',
  copy: 'kept',
  thresholds: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<UserJourney>

export interface UserJourneysRepo {
  insert(row: UserJourney): Promise<void>
  get(tenantId: string, id: string): Promise<UserJourney | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<UserJourney | undefined>
  /** By its id alone; crosses tenants: a vendor's webhook names it, and proves itself by its settings. */
  find(id: string): Promise<UserJourney | undefined>
  first(tenantId: string): Promise<UserJourney | undefined>
  /** The strictest match level among the journeys with 1:N on; `undefined`: none has. */
  findSearchLevel(tenantId: string): Promise<number | undefined>
  /** Of any tenant: those with `metadataRetentionDays`. */
  listForgetful(): Promise<(Pick<UserJourney, 'tenantId' | 'id'> & { days: number })[]>
  /** Oldest first. */
  list(tenantId: string, page: Page): Promise<Paged<UserJourney>>
  update(
    tenantId: string,
    id: string,
    change: Partial<Omit<UserJourney, 'id' | 'tenantId' | 'createdOn' | 'modifiedOn'>>,
    modifiedOn: Date,
  ): Promise<void>
}

export interface UserJourneyTables {
  userJourneys: UserJourney & Positioned
}

export const USER_JOURNEY_COLUMNS = columnNames(USER_JOURNEY_PRIVACY)

export const userJourneysRepo = (db: Kysely<UserJourneyTables>): UserJourneysRepo => {
  const ofTenant = (tenantId: string) => db.selectFrom('userJourneys').where('tenantId', '=', tenantId)
  const byId = (tenantId: string, id: string) =>
    ofTenant(tenantId).select(USER_JOURNEY_COLUMNS).where('id', '=', id)
  return {
    insert: async (row) => {
      await db.insertInto('userJourneys').values(row).execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    find: (id) =>
      db.selectFrom('userJourneys').select(USER_JOURNEY_COLUMNS).where('id', '=', id).executeTakeFirst(),
    first: (tenantId) =>
      ofTenant(tenantId).select(USER_JOURNEY_COLUMNS).orderBy('position').limit(1).executeTakeFirst(),
    findSearchLevel: async (tenantId) => {
      const row = await ofTenant(tenantId)
        .select(({ fn }) => fn.max('minimumMatchLevel').as('level'))
        .where('oneToN', '=', true)
        .executeTakeFirst()
      return row?.level ?? undefined
    },
    listForgetful: () =>
      db
        .selectFrom('userJourneys')
        .select(['tenantId', 'id', 'metadataRetentionDays as days'])
        .where('metadataRetentionDays', 'is not', null)
        .orderBy('position')
        .$narrowType<{ days: number }>()
        .execute(),
    list: async (tenantId, { skip, limit }) => {
      const all = ofTenant(tenantId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all
        .select(USER_JOURNEY_COLUMNS)
        .orderBy('position')
        .offset(skip)
        .limit(limit)
        .execute()
      return { totalCount, rows }
    },
    update: async (tenantId, id, change, modifiedOn) => {
      const result = await db
        .updateTable('userJourneys')
        .set({ ...change, modifiedOn })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('user journey', result)
    },
  }
}
