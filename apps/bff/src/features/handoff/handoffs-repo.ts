import type { HandoffState } from '@visavis/shared/handoff-api'
import { type Kysely, sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import { columnNames, countKnown, type PrivacyOf } from '../../storage/privacy.ts'
import type { LinkOwner } from '../capture/index.ts'

/** A link on its way to another device. Exactly one of `attemptId` and `faceEnrollmentId` is set. */
export interface Handoff {
  id: string
  tenantId: string
  attemptId: string | null
  faceEnrollmentId: string | null
  state: HandoffState
  /** 10–99 */
  number: number
  /** Wrong numbers so far. */
  tries: number
  /** Keyed hash of the digits that open it, 32 bytes, until they are typed. */
  digitsHash: Uint8Array | null
  /** SHA-256 of the token that gave the link away and may still follow it; set while `connected`. */
  followerHash: Uint8Array | null
  /** Of the key of that device, where it has one. */
  followerKeyHash: Uint8Array | null
  sourceBrowser: string | null
  sourceSystem: string | null
  expiresOn: Date
}

export const HANDOFF_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  attemptId: 'kept',
  faceEnrollmentId: 'kept',
  state: 'kept',
  number: 'kept',
  tries: 'kept',
  digitsHash: 'personal',
  followerHash: 'personal',
  followerKeyHash: 'personal',
  sourceBrowser: 'personal',
  sourceSystem: 'personal',
  expiresOn: 'kept',
} satisfies PrivacyOf<Handoff>

export interface HandoffsRepo {
  /** Takes the place of the one before, of the same link. */
  put(row: Handoff): Promise<void>
  /** Of that link, if there is one. */
  findByOwner(owner: LinkOwner): Promise<Handoff | undefined>
  /** Whether another device has that link by now. */
  isConnected(owner: LinkOwner): Promise<boolean>
  /** Crosses tenants: whoever names an id must bring its code or claim too. */
  find(id: string): Promise<Handoff | undefined>
  /** By the hash of a token that gave its link away. */
  findByFollower(followerHash: Uint8Array): Promise<Handoff | undefined>
  /** One that waits, by its digits. */
  findByDigits(digitsHash: Uint8Array, now: Date): Promise<Handoff | undefined>
  update(
    id: string,
    change: Partial<Pick<Handoff, 'state' | 'tries' | 'digitsHash' | 'followerHash' | 'followerKeyHash'>>,
  ): Promise<void>
  deleteExpired(now: Date): Promise<void>
  /** Those of attempts' links. @returns how many fields said something of a browser */
  erase(tenantId: string, attemptIds: readonly string[]): Promise<number>
}

export interface HandoffTables {
  handoffs: Handoff
}

const COLUMNS = columnNames(HANDOFF_PRIVACY)

export const handoffsRepo = (db: Kysely<HandoffTables>): HandoffsRepo => {
  const all = () => db.selectFrom('handoffs').select(COLUMNS)
  const ofOwner = ({ tenantId, attemptId, faceEnrollmentId }: LinkOwner) =>
    all()
      .where('tenantId', '=', tenantId)
      .where((where) =>
        where.or([where('attemptId', '=', attemptId), where('faceEnrollmentId', '=', faceEnrollmentId)]),
      )
  return {
    put: async (row) => {
      const { attemptId, faceEnrollmentId, tenantId } = row
      await db
        .deleteFrom('handoffs')
        .where('tenantId', '=', tenantId)
        .where((where) =>
          where.or([where('attemptId', '=', attemptId), where('faceEnrollmentId', '=', faceEnrollmentId)]),
        )
        .execute()
      await db.insertInto('handoffs').values(row).execute()
    },
    findByOwner: (owner) => ofOwner(owner).executeTakeFirst(),
    isConnected: async (owner) =>
      (await ofOwner(owner).where('state', '=', 'connected').executeTakeFirst()) !== undefined,
    find: (id) => all().where('id', '=', id).executeTakeFirst(),
    findByFollower: (followerHash) => all().where('followerHash', '=', followerHash).executeTakeFirst(),
    findByDigits: (digitsHash, now) =>
      all()
        .where('digitsHash', '=', digitsHash)
        .where('state', '=', 'waiting')
        .where('expiresOn', '>', now)
        .executeTakeFirst(),
    update: async (id, change) => {
      expectOne(
        'hand-off',
        await db.updateTable('handoffs').set(change).where('id', '=', id).executeTakeFirst(),
      )
    },
    deleteExpired: async (now) => {
      await db.deleteFrom('handoffs').where('expiresOn', '<=', now).execute()
    },
    erase: async (tenantId, attemptIds) => {
      const gone = await db
        .deleteFrom('handoffs')
        .where('tenantId', '=', tenantId)
        .where('attemptId', '=', sql<string>`any(${attemptIds}::text[])`)
        .returning(countKnown(HANDOFF_PRIVACY, ['digitsHash', 'followerHash', 'followerKeyHash']).as('known'))
        .execute()
      return gone.reduce((sum, { known }) => sum + known, 0)
    },
  }
}
