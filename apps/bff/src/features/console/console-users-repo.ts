import type { ConsoleRole, DeskRole } from '@visavis/shared/console-roles'
import { type Kysely, sql } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { TenantTables } from '../access/index.ts'

/** Somebody who may sign in, whoever they work for: their passkeys open the same account everywhere. */
export interface ConsoleAccount {
  id: string
  /** For the people they work with. */
  name: string
  /** By which they are known to a sign-in provider, as `emailKeyOf` writes it; `null`: nobody said. */
  email: string | null
  createdOn: Date
}

/** That they work for a tenant, and as what. Sessions there end with it. */
export interface ConsoleMembership {
  userId: string
  tenantId: string
  role: DeskRole
  createdOn: Date
  /** When they last came to this tenant; `null`: never. */
  lastSignInOn: Date | null
}

/** A user as one tenant knows them: since when, and when they last came, is told of that tenant alone. */
export type ConsoleUser = Pick<ConsoleAccount, 'id' | 'name' | 'email'> & Omit<ConsoleMembership, 'userId'>

/** Of the staff, not of an applicant: it goes with the last membership. */
export const CONSOLE_USER_PRIVACY = {
  id: 'kept',
  name: 'kept',
  email: 'kept',
  createdOn: 'kept',
} satisfies PrivacyOf<ConsoleAccount>

export const CONSOLE_MEMBERSHIP_PRIVACY = {
  userId: 'kept',
  tenantId: 'kept',
  role: 'kept',
  createdOn: 'kept',
  lastSignInOn: 'kept',
} satisfies PrivacyOf<ConsoleMembership>

/** A passkey. */
export interface ConsoleCredential {
  /** As the authenticator gave it, base64url. */
  id: string
  userId: string
  /** COSE key (RFC 9052 §7). */
  publicKey: Uint8Array
  /** Of signatures, as far as the authenticator counts (WebAuthn 3 §6.1.1). */
  counter: number
  transports: readonly string[]
  createdOn: Date
  lastUsedOn: Date
}

export const CONSOLE_CREDENTIAL_PRIVACY = {
  id: 'kept',
  userId: 'kept',
  publicKey: 'kept',
  counter: 'kept',
  transports: 'kept',
  createdOn: 'kept',
  lastUsedOn: 'kept',
} satisfies PrivacyOf<ConsoleCredential>

export interface ConsoleUsersRepo {
  /** With the first passkey, if there is one. @returns whether that passkey was new; inside a transaction that ends where it was not */
  insert(user: ConsoleUser, credential?: ConsoleCredential): Promise<boolean>
  /**
   * Somebody who has an account works for another tenant, too.
   * @returns whether they did not yet, and still have the account: a role that they have stays
   */
  join(membership: ConsoleMembership): Promise<boolean>
  /**
   * Inside a transaction: whoever removes them from that tenant waits until it ends. Before all else of theirs, as a removal does,
   * so that none waits for the other.
   */
  hold(tenantId: string, id: string): Promise<ConsoleUser | undefined>
  /** Oldest first, with how many passkeys each has. */
  list(tenantId: string): Promise<(ConsoleUser & { passkeys: number })[]>
  /** Whom they work for, by name; crosses tenants. */
  listTenants(id: string): Promise<{ id: string; name: string }[]>
  /** Who may decide who else may sign in, held until the transaction ends. */
  lockAdmins(tenantId: string): Promise<Pick<ConsoleUser, 'id'>[]>
  /** @returns whether there was one */
  setRole(tenantId: string, id: string, role: ConsoleRole): Promise<boolean>
  noteSignIn(tenantId: string, id: string, now: Date): Promise<void>
  /** With the sessions there; with the last tenant the account and its passkeys, too. @returns whether there was one */
  delete(tenantId: string, id: string): Promise<boolean>
  listCredentials(userId: string): Promise<Pick<ConsoleCredential, 'id'>[]>
  /** Whose passkey it is, in the tenant that they last came to; crosses tenants. */
  findByCredential(
    credentialId: string,
  ): Promise<{ user: ConsoleUser; credential: ConsoleCredential } | undefined>
  useCredential(credentialId: string, counter: number, usedOn: Date): Promise<void>
}

export interface ConsoleUserTables {
  consoleUsers: ConsoleAccount
  consoleMemberships: ConsoleMembership
  consoleCredentials: ConsoleCredential
}

const CREDENTIAL_COLUMNS = columnNames(CONSOLE_CREDENTIAL_PRIVACY)

/** Of a `ConsoleUser`, where both tables have these names. */
export const CONSOLE_USER_COLUMNS = [
  'user.id',
  'user.name',
  'user.email',
  'membership.tenantId',
  'membership.role',
  'membership.createdOn',
  'membership.lastSignInOn',
] as const

/** Of the tenants that somebody works for. */
export const LAST_CAME_TO_FIRST = sql`membership.last_sign_in_on DESC NULLS LAST, membership.created_on`

export const consoleUsersRepo = (
  db: Kysely<ConsoleUserTables & Pick<TenantTables, 'tenants'>>,
): ConsoleUsersRepo => {
  const members = () =>
    db
      .selectFrom('consoleMemberships as membership')
      .innerJoin('consoleUsers as user', 'user.id', 'membership.userId')
      .select(CONSOLE_USER_COLUMNS)
  const change = async (tenantId: string, userId: string, values: Partial<ConsoleMembership>) => {
    const { numUpdatedRows } = await db
      .updateTable('consoleMemberships')
      .set(values)
      .where('tenantId', '=', tenantId)
      .where('userId', '=', userId)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
  return {
    insert: async ({ id, name, email, ...membership }, credential) => {
      const { createdOn } = membership
      await db.insertInto('consoleUsers').values({ id, name, email, createdOn }).execute()
      await db
        .insertInto('consoleMemberships')
        .values({ userId: id, ...membership })
        .execute()
      if (!credential) return true
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('consoleCredentials')
        .values(credential)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    join: async (membership) => {
      const ofUser = db.selectFrom('consoleUsers').select('id').where('id', '=', membership.userId)
      if (!(await ofUser.forKeyShare().executeTakeFirst())) return false
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('consoleMemberships')
        .values(membership)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    hold: (tenantId, id) =>
      members()
        .where('membership.tenantId', '=', tenantId)
        .where('user.id', '=', id)
        .forKeyShare('membership')
        .executeTakeFirst(),
    list: async (tenantId) => {
      const users = await members()
        .select((eb) =>
          eb
            .selectFrom('consoleCredentials')
            .whereRef('userId', '=', 'user.id')
            .select(({ fn }) => fn.countAll().as('passkeys'))
            .as('passkeys'),
        )
        .where('membership.tenantId', '=', tenantId)
        .orderBy('membership.createdOn')
        .orderBy('user.id')
        .execute()
      return users.map((user) => ({ ...user, passkeys: Number(user.passkeys) }))
    },
    listTenants: (id) =>
      db
        .selectFrom('consoleMemberships as membership')
        .innerJoin('tenants', 'tenants.id', 'membership.tenantId')
        .select(['tenants.id', 'tenants.name'])
        .where('membership.userId', '=', id)
        .orderBy('tenants.name')
        .orderBy('tenants.id')
        .execute(),
    lockAdmins: (tenantId) =>
      db
        .selectFrom('consoleMemberships')
        .select('userId as id')
        .where('tenantId', '=', tenantId)
        .where('role', '=', 'admin')
        // In one order, so that two who hold some of them never wait for each other.
        .orderBy('userId')
        .forUpdate()
        .execute(),
    setRole: (tenantId, id, role) => change(tenantId, id, { role }),
    noteSignIn: async (tenantId, id, lastSignInOn) => {
      await change(tenantId, id, { lastSignInOn })
    },
    delete: async (tenantId, userId) => {
      const { numDeletedRows } = await db
        .deleteFrom('consoleMemberships')
        .where('tenantId', '=', tenantId)
        .where('userId', '=', userId)
        .executeTakeFirst()
      if (numDeletedRows === 0n) return false
      // Held, so that of two tenants that let go of somebody at once, one sees that it was the last.
      await db.selectFrom('consoleUsers').select('id').where('id', '=', userId).forUpdate().execute()
      await db
        .deleteFrom('consoleUsers')
        .where('id', '=', userId)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('consoleMemberships').select('userId').where('userId', '=', userId))),
        )
        .execute()
      return true
    },
    listCredentials: (userId) =>
      db.selectFrom('consoleCredentials').select('id').where('userId', '=', userId).execute(),
    findByCredential: async (credentialId) => {
      const credential = await db
        .selectFrom('consoleCredentials')
        .select(CREDENTIAL_COLUMNS)
        .where('id', '=', credentialId)
        .executeTakeFirst()
      if (!credential) return undefined
      const user = await members()
        .where('user.id', '=', credential.userId)
        .orderBy(LAST_CAME_TO_FIRST)
        .limit(1)
        .executeTakeFirst()
      // Both drivers give a `bigint` as a number or a text.
      return user && { user, credential: { ...credential, counter: Number(credential.counter) } }
    },
    useCredential: async (credentialId, counter, lastUsedOn) => {
      await db
        .updateTable('consoleCredentials')
        .set({ counter, lastUsedOn })
        .where('id', '=', credentialId)
        .execute()
    },
  }
}
