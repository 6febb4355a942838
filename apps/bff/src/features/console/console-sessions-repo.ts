import type { Kysely } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import { CONSOLE_USER_PRIVACY, type ConsoleUser, type ConsoleUserTables } from './console-users-repo.ts'
import { liveSince } from './session-rules.ts'

export interface ConsoleSession {
  /** SHA-256 of the cookie, 32 bytes. */
  tokenHash: Uint8Array
  userId: string
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
  challengeHash: 'kept',
  createdOn: 'kept',
  lastSeenOn: 'kept',
  passkeyOn: 'kept',
  endedOn: 'kept',
} satisfies PrivacyOf<ConsoleSession>

export interface ConsoleSessionsRepo {
  /** @returns whether its challenge was new */
  insert(row: ConsoleSession): Promise<boolean>
  /** Of one that is good now, whose it is; crosses tenants. */
  find(
    tokenHash: Uint8Array,
    now: Date,
  ): Promise<(ConsoleUser & Pick<ConsoleSession, 'lastSeenOn' | 'passkeyOn'>) | undefined>
  touch(tokenHash: Uint8Array, now: Date): Promise<void>
  /** Its user has shown who they are; what was shown before that changes nothing. */
  stepUp(tokenHash: Uint8Array, passkeyOn: Date): Promise<void>
  end(tokenHash: Uint8Array, now: Date): Promise<void>
  deleteBefore(createdBefore: Date): Promise<void>
}

export interface ConsoleSessionTables extends ConsoleUserTables {
  consoleSessions: ConsoleSession
}

const USER_COLUMNS = columnNames(CONSOLE_USER_PRIVACY)

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
      .select(USER_COLUMNS.map((column) => `user.${column}` as const))
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
  end: async (tokenHash, endedOn) => {
    await db.updateTable('consoleSessions').set({ endedOn }).where('tokenHash', '=', tokenHash).execute()
  },
  deleteBefore: async (createdBefore) => {
    await db.deleteFrom('consoleSessions').where('createdOn', '<', createdBefore).execute()
  },
})
