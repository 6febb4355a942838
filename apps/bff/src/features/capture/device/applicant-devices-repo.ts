import { type Kysely, sql } from 'kysely'
import type { PrivacyOf } from '../../../storage/privacy.ts'

/** A browser in which the applicant was let in. */
export interface ApplicantDevice {
  tenantId: string
  applicantId: string
  /** Of what the browser keeps, together with the applicant: two people who share a device are not linked by it. */
  deviceHash: Uint8Array
  /** When somebody was let in there last. */
  seenOn: Date
}

export const APPLICANT_DEVICE_PRIVACY = {
  tenantId: 'kept',
  applicantId: 'kept',
  deviceHash: 'personal',
  seenOn: 'kept',
} satisfies PrivacyOf<ApplicantDevice>

export interface ApplicantDevicesRepo {
  has(device: Omit<ApplicantDevice, 'seenOn'>): Promise<boolean>
  /** Of one applicant the last ones stay. */
  remember(device: ApplicantDevice, most: number): Promise<void>
  erase(tenantId: string, applicantId: string): Promise<void>
  deleteBefore(before: Date): Promise<void>
}

export interface ApplicantDeviceTables {
  applicantDevices: ApplicantDevice
}

export const applicantDevicesRepo = (db: Kysely<ApplicantDeviceTables>): ApplicantDevicesRepo => ({
  has: async ({ tenantId, applicantId, deviceHash }) => {
    const row = await db
      .selectFrom('applicantDevices')
      .select('seenOn')
      .where('tenantId', '=', tenantId)
      .where('applicantId', '=', applicantId)
      .where('deviceHash', '=', deviceHash)
      .executeTakeFirst()
    return row !== undefined
  },
  remember: async (device, most) => {
    const { tenantId, applicantId, seenOn } = device
    await db
      .insertInto('applicantDevices')
      .values(device)
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'applicantId', 'deviceHash']).doUpdateSet({ seenOn }),
      )
      .execute()
    await sql`DELETE FROM applicant_devices WHERE tenant_id = ${tenantId} AND applicant_id = ${applicantId}
      AND device_hash IN (
        SELECT device_hash FROM applicant_devices WHERE tenant_id = ${tenantId} AND applicant_id = ${applicantId}
        ORDER BY seen_on DESC OFFSET ${most})`.execute(db)
  },
  erase: async (tenantId, applicantId) => {
    await db
      .deleteFrom('applicantDevices')
      .where('tenantId', '=', tenantId)
      .where('applicantId', '=', applicantId)
      .execute()
  },
  deleteBefore: async (before) => {
    await db.deleteFrom('applicantDevices').where('seenOn', '<', before).execute()
  },
})
