import type { Kysely } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { ConsoleUser, ConsoleUserTables } from './console-users-repo.ts'

/** A link that makes one console user, or has one work for this tenant, too. */
export interface ConsoleInvite
  extends Pick<ConsoleUser, 'id' | 'tenantId' | 'role' | 'name' | 'email' | 'createdOn'> {
  /** SHA-256 of the token in the link, 32 bytes. */
  tokenHash: Uint8Array
  expiresOn: Date
  usedOn: Date | null
}

export const CONSOLE_INVITE_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  role: 'kept',
  name: 'kept',
  email: 'kept',
  tokenHash: 'kept',
  expiresOn: 'kept',
  usedOn: 'kept',
  createdOn: 'kept',
} satisfies PrivacyOf<ConsoleInvite>

export interface ConsoleInvitesRepo {
  insert(row: ConsoleInvite): Promise<void>
  /** Used or run out as well; crosses tenants. */
  find(tokenHash: Uint8Array): Promise<ConsoleInvite | undefined>
  /** Once, and until it runs out. @returns whether this was that once */
  use(id: string, now: Date): Promise<boolean>
  /** Those that are good now, oldest first; crosses tenants. */
  listOpenByEmail(email: string, now: Date): Promise<ConsoleInvite[]>
  /** Those that are good now, oldest first. */
  listOpen(tenantId: string, now: Date): Promise<ConsoleInvite[]>
  /** Its time is over: who tries it later is still told of. @returns whether it was good until then */
  revoke(tenantId: string, id: string, now: Date): Promise<boolean>
  /** Whatever else invites a user by the same address. */
  revokeLike(tenantId: string, userId: string, now: Date): Promise<void>
  deleteExpired(tenantId: string, before: Date): Promise<void>
}

export interface ConsoleInviteTables extends Pick<ConsoleUserTables, 'consoleUsers' | 'consoleMemberships'> {
  consoleInvites: ConsoleInvite
}

const COLUMNS = columnNames(CONSOLE_INVITE_PRIVACY)

export const consoleInvitesRepo = (db: Kysely<ConsoleInviteTables>): ConsoleInvitesRepo => {
  const open = (now: Date) =>
    db
      .selectFrom('consoleInvites')
      .select(COLUMNS)
      .where('usedOn', 'is', null)
      .where('expiresOn', '>', now)
      .orderBy('createdOn')
      .orderBy('id')
  /** Of those that are good now. */
  const close = (change: { usedOn: Date } | { expiresOn: Date }, now: Date) =>
    db.updateTable('consoleInvites').set(change).where('usedOn', 'is', null).where('expiresOn', '>', now)
  return {
    insert: async (row) => {
      await db.insertInto('consoleInvites').values(row).execute()
    },
    find: (tokenHash) =>
      db.selectFrom('consoleInvites').select(COLUMNS).where('tokenHash', '=', tokenHash).executeTakeFirst(),
    use: async (id, usedOn) => {
      const { numUpdatedRows } = await close({ usedOn }, usedOn).where('id', '=', id).executeTakeFirst()
      return numUpdatedRows === 1n
    },
    listOpenByEmail: (email, now) => open(now).where('email', '=', email).execute(),
    listOpen: (tenantId, now) => open(now).where('tenantId', '=', tenantId).execute(),
    revoke: async (tenantId, id, expiresOn) => {
      const { numUpdatedRows } = await close({ expiresOn }, expiresOn)
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    revokeLike: async (tenantId, userId, expiresOn) => {
      await close({ expiresOn }, expiresOn)
        .where('tenantId', '=', tenantId)
        .where('email', '=', (eb) =>
          eb
            .selectFrom('consoleUsers as user')
            .innerJoin('consoleMemberships as membership', 'membership.userId', 'user.id')
            .select('user.email')
            .where('user.id', '=', userId)
            .where('membership.tenantId', '=', tenantId),
        )
        .execute()
    },
    deleteExpired: async (tenantId, before) => {
      await db
        .deleteFrom('consoleInvites')
        .where('tenantId', '=', tenantId)
        .where('expiresOn', '<', before)
        .execute()
    },
  }
}
