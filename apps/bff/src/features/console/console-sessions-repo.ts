import type { Kysely } from 'kysely'
import type { PrivacyOf } from '../../storage/privacy.ts'
import { CONSOLE_USER_COLUMNS, type ConsoleUser, type ConsoleUserTables } from './console-users-repo.ts'
import { liveSince } from './session-rules.ts'

export interface ConsoleSession {
  /** SHA-256 of the cookie, 32 bytes. */
  tokenHash: Uint8Array
  userId: string
  /** Where they work at the moment: the session ends with the membership. */
  tenantId: string
  /** SHA-256 of the challenge that was signed: no other session begins with it. */
  challengeHash: Uint8Array
  createdOn: Date
  lastSeenOn: Date
  /** When its user has last shown who they are. */
  passkeyOn: Date
  /** By hand, before its time. */
  endedOn: Date | null
}

export const CONSOLE_SESSION_PRIVACY = {
  tokenHash: 'kept',
  userId: 'kept',
  tenantId: 'kept',
  challengeHash: 'kept',
  createdOn: 'kept',
  lastSeenOn: 'kept',
  passkeyOn: 'kept',
  endedOn: 'kept',
} satisfies PrivacyOf<ConsoleSession>

export interface ConsoleSessionsRepo {
  /** @returns whether its challenge was new */
  insert(row: ConsoleSession): Promise<boolean>
  /** Of one that is good now, whose it is, as the tenant knows them that it is in; crosses tenants. */
  find(
    tokenHash: Uint8Array,
    now: Date,
  ): Promise<(ConsoleUser & Pick<ConsoleSession, 'lastSeenOn' | 'passkeyOn'>) | undefined>
  touch(tokenHash: Uint8Array, now: Date): Promise<void>
  /** Its user has shown who they are; what was shown before that changes nothing. */
  stepUp(tokenHash: Uint8Array, passkeyOn: Date): Promise<void>
  /** Its user works in another tenant of theirs from now on. @returns whether it had not ended */
  move(tokenHash: Uint8Array, tenantId: string): Promise<boolean>
  end(tokenHash: Uint8Array, now: Date): Promise<void>
  deleteBefore(createdBefore: Date): Promise<void>
}

export interface ConsoleSessionTables extends ConsoleUserTables {
  consoleSessions: ConsoleSession
}

export const consoleSessionsRepo = (db: Kysely<ConsoleSessionTables>): ConsoleSessionsRepo => ({
  insert: async (row) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('consoleSessions')
      .values(row)
      .onConflict((conflict) => conflict.column('challengeHash').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },
  find: (tokenHash, now) => {
    const { createdAfter, seenAfter } = liveSince(now)
    return db
      .selectFrom('consoleSessions as session')
      .innerJoin('consoleUsers as user', 'user.id', 'session.userId')
      .innerJoin('consoleMemberships as membership', (on) =>
        on
          .onRef('membership.userId', '=', 'session.userId')
          .onRef('membership.tenantId', '=', 'session.tenantId'),
      )
      .select(CONSOLE_USER_COLUMNS)
      .select(['session.lastSeenOn', 'session.passkeyOn'])
      .where('session.tokenHash', '=', tokenHash)
      .where('session.endedOn', 'is', null)
      .where('session.createdOn', '>', createdAfter)
      .where('session.lastSeenOn', '>', seenAfter)
      .executeTakeFirst()
  },
  touch: async (tokenHash, lastSeenOn) => {
    await db.updateTable('consoleSessions').set({ lastSeenOn }).where('tokenHash', '=', tokenHash).execute()
  },
  stepUp: async (tokenHash, passkeyOn) => {
    await db
      .updateTable('consoleSessions')
      .set({ passkeyOn })
      .where('tokenHash', '=', tokenHash)
      .where('passkeyOn', '<', passkeyOn)
      .execute()
  },
  move: async (tokenHash, tenantId) => {
    const { numUpdatedRows } = await db
      .updateTable('consoleSessions')
      .set({ tenantId })
      .where('tokenHash', '=', tokenHash)
      .where('endedOn', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },
  end: async (tokenHash, endedOn) => {
    await db.updateTable('consoleSessions').set({ endedOn }).where('tokenHash', '=', tokenHash).execute()
  },
  deleteBefore: async (createdBefore) => {
    await db.deleteFrom('consoleSessions').where('createdOn', '<', createdBefore).execute()
  },
})
