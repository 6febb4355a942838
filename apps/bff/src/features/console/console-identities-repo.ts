import type { Kysely } from 'kysely'
import type { PrivacyOf } from '../../storage/privacy.ts'
import {
  CONSOLE_USER_COLUMNS,
  type ConsoleUser,
  type ConsoleUserTables,
  LAST_CAME_TO_FIRST,
} from './console-users-repo.ts'

/** An account at the operator's sign-in provider, and whose it is here: one account for one user, for good. */
export interface ConsoleIdentity {
  issuer: string
  subject: string
  userId: string
  createdOn: Date
}

export const CONSOLE_IDENTITY_PRIVACY = {
  issuer: 'kept',
  subject: 'kept',
  userId: 'kept',
  createdOn: 'kept',
} satisfies PrivacyOf<ConsoleIdentity>

export interface ConsoleIdentitiesRepo {
  /** In the tenant that they last came to; crosses tenants. */
  findUser(identity: Pick<ConsoleIdentity, 'issuer' | 'subject'>): Promise<ConsoleUser | undefined>
  /** @returns whether neither the account nor the user had another one */
  insert(row: ConsoleIdentity): Promise<boolean>
  /**
   * Users with that address, oldest first, those that have no account there yet before the others, and each once for every
   * tenant that they work for, the one that they last came to first; crosses tenants.
   */
  listUsersByEmail(email: string): Promise<(ConsoleUser & { isBound: boolean })[]>
}

export interface ConsoleIdentityTables extends ConsoleUserTables {
  consoleIdentities: ConsoleIdentity
}

export const consoleIdentitiesRepo = (db: Kysely<ConsoleIdentityTables>): ConsoleIdentitiesRepo => ({
  findUser: ({ issuer, subject }) =>
    db
      .selectFrom('consoleIdentities as identity')
      .innerJoin('consoleUsers as user', 'user.id', 'identity.userId')
      .innerJoin('consoleMemberships as membership', 'membership.userId', 'user.id')
      .select(CONSOLE_USER_COLUMNS)
      .where('identity.issuer', '=', issuer)
      .where('identity.subject', '=', subject)
      .orderBy(LAST_CAME_TO_FIRST)
      .limit(1)
      .executeTakeFirst(),
  insert: async (row) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('consoleIdentities')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },
  listUsersByEmail: (email) =>
    db
      .selectFrom('consoleUsers as user')
      .innerJoin('consoleMemberships as membership', 'membership.userId', 'user.id')
      .leftJoin('consoleIdentities as identity', 'identity.userId', 'user.id')
      .select(CONSOLE_USER_COLUMNS)
      .select(({ eb }) => eb('identity.userId', 'is not', null).$castTo<boolean>().as('isBound'))
      .where('user.email', '=', email)
      .orderBy('isBound')
      .orderBy('user.createdOn')
      .orderBy('user.id')
      .orderBy(LAST_CAME_TO_FIRST)
      .execute(),
})
