import type { GivenConsent } from '@visavis/shared/consent'
import type { PictureSource } from '@visavis/shared/picture-source'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { EnrollmentStatus } from '@visavis/shared/statuses'
import { type Kysely, sql } from 'kysely'
import { ADDRESS_ALONE } from '../../../storage/address-alone.ts'
import { expectOne } from '../../../storage/expect-one.ts'
import { columnNames, type PrivacyOf, toErasedValues } from '../../../storage/privacy.ts'
import type { Positioned } from '../../../storage/tables.ts'

/** One link by which a person may give a face its picture. */
export interface FaceEnrollment {
  id: string
  tenantId: string
  faceId: string
  userJourneyId: string | null
  status: EnrollmentStatus
  responseCodes: readonly ResponseCode[]
  redirectUrl: string
  locale: string | null
  /** As with an attempt, down to `ipAddress`. */
  captureTokenHash: Uint8Array
  deviceKeyHash: Uint8Array | null
  expiresOn: Date
  consentOn: Date | null
  consent: GivenConsent | null
  captureCount: number
  source: PictureSource | null
  checkResults: Readonly<Record<string, { outcome: string; score: number | null }>>
  uploadId: string | null
  ipAddress: string | null
  /** When it was emptied of what its journey keeps no longer; `null`: not yet. */
  metadataForgottenOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export const FACE_ENROLLMENT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  faceId: 'kept',
  userJourneyId: 'kept',
  status: 'kept',
  responseCodes: 'kept',
  redirectUrl: 'personal',
  locale: 'personal',
  captureTokenHash: 'kept',
  deviceKeyHash: 'personal',
  expiresOn: 'kept',
  consentOn: 'kept',
  consent: 'kept',
  captureCount: 'kept',
  source: 'kept',
  checkResults: 'kept',
  uploadId: 'kept',
  ipAddress: 'personal',
  metadataForgottenOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<FaceEnrollment>

export interface FaceEnrollmentTables {
  faceEnrollments: FaceEnrollment & Positioned
}

export interface FaceEnrollmentsRepo {
  insert(row: FaceEnrollment): Promise<void>
  get(tenantId: string, id: string): Promise<FaceEnrollment | undefined>
  /** By the hash of its capture token; crosses tenants, the token stands for them. */
  findByToken(captureTokenHash: Uint8Array): Promise<FaceEnrollment | undefined>
  /** The link of that face that is not over, if any. */
  findOpen(tenantId: string, faceId: string): Promise<FaceEnrollment | undefined>
  /** The newest link of that face, over or not. */
  findLatest(tenantId: string, faceId: string): Promise<FaceEnrollment | undefined>
  update(
    id: string,
    change: Partial<
      Pick<
        FaceEnrollment,
        | 'status'
        | 'responseCodes'
        | 'expiresOn'
        | 'consentOn'
        | 'consent'
        | 'captureCount'
        | 'source'
        | 'checkResults'
        | 'uploadId'
        | 'ipAddress'
        | 'captureTokenHash'
        | 'deviceKeyHash'
      >
    >,
    modifiedOn: Date,
  ): Promise<void>
  /**
   * Empties what is personal in those of a journey that are over since before then, so many at a time, and marks them:
   * they are not looked at again. @returns how many
   */
  forgetMetadata(scope: {
    tenantId: string
    userJourneyId: string
    before: Date
    limit: number
    now: Date
  }): Promise<number>
}

const COLUMNS = columnNames(FACE_ENROLLMENT_PRIVACY)

/** The same two as in the index `face_enrollments_one_open`. */
const OPEN: EnrollmentStatus[] = ['pending_redirection', 'capture_in_progress']

export const faceEnrollmentsRepo = (db: Kysely<FaceEnrollmentTables>): FaceEnrollmentsRepo => {
  const ofTenant = (tenantId: string) =>
    db.selectFrom('faceEnrollments').select(COLUMNS).where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('faceEnrollments').values(row).execute()
    },
    get: (tenantId, id) => ofTenant(tenantId).where('id', '=', id).executeTakeFirst(),
    findByToken: (captureTokenHash) =>
      db
        .selectFrom('faceEnrollments')
        .select(COLUMNS)
        .where('captureTokenHash', '=', captureTokenHash)
        .executeTakeFirst(),
    findOpen: (tenantId, faceId) =>
      ofTenant(tenantId).where('faceId', '=', faceId).where('status', 'in', OPEN).executeTakeFirst(),
    findLatest: (tenantId, faceId) =>
      ofTenant(tenantId).where('faceId', '=', faceId).orderBy('position', 'desc').limit(1).executeTakeFirst(),
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('faceEnrollments')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('face enrolment', result)
    },
    forgetMetadata: async ({ tenantId, userJourneyId, before, limit, now }) => {
      const step = db
        .selectFrom('faceEnrollments')
        .select('id')
        .where('tenantId', '=', tenantId)
        .where('userJourneyId', '=', userJourneyId)
        .where('metadataForgottenOn', 'is', null)
        .where('modifiedOn', '<', before)
        // Nobody closes one that nobody comes back to.
        .where(({ eb, or }) => or([eb('status', 'not in', OPEN), eb('expiresOn', '<', before)]))
        .orderBy('modifiedOn')
        .limit(limit)
        .forUpdate()
        .skipLocked()
      const { numUpdatedRows } = await db
        .updateTable('faceEnrollments')
        .set({
          ...toErasedValues(FACE_ENROLLMENT_PRIVACY, { redirectUrl: ADDRESS_ALONE }),
          metadataForgottenOn: now,
        })
        .where('id', '=', sql<string>`any(array(${step}))`)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  }
}
