import type { ConsoleRole } from '@visavis/shared/console-roles'
import type { Kysely } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

export interface ConsoleUser {
  id: string
  tenantId: string
  role: ConsoleRole
  /** For the people they work with. */
  name: string
  /** By which they are known to a sign-in provider, as `emailKeyOf` writes it; `null`: nobody said. */
  email: string | null
  createdOn: Date
  /** `null`: never. */
  lastSignInOn: Date | null
}

/** Of the operator's staff, not of an applicant: it goes when the user is removed. */
export const CONSOLE_USER_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  role: 'kept',
  name: 'kept',
  email: 'kept',
  createdOn: 'kept',
  lastSignInOn: 'kept',
} satisfies PrivacyOf<ConsoleUser>

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
  /** Oldest first, with how many passkeys each has. */
  list(tenantId: string): Promise<(ConsoleUser & { passkeys: number })[]>
  /** Who may decide who else may sign in, held until the transaction ends. */
  lockAdmins(tenantId: string): Promise<Pick<ConsoleUser, 'id'>[]>
  /** @returns whether there was one */
  setRole(tenantId: string, id: string, role: ConsoleRole): Promise<boolean>
  noteSignIn(id: string, now: Date): Promise<void>
  /** With passkeys and sessions. @returns whether there was one */
  delete(tenantId: string, id: string): Promise<boolean>
  listCredentials(userId: string): Promise<Pick<ConsoleCredential, 'id'>[]>
  /** Whose passkey it is; crosses tenants. */
  findByCredential(
    credentialId: string,
  ): Promise<{ user: ConsoleUser; credential: ConsoleCredential } | undefined>
  /** @returns whether it is still there */
  useCredential(credentialId: string, counter: number, usedOn: Date): Promise<boolean>
}

export interface ConsoleUserTables {
  consoleUsers: ConsoleUser
  consoleCredentials: ConsoleCredential
}

const COLUMNS = columnNames(CONSOLE_USER_PRIVACY)
const CREDENTIAL_COLUMNS = columnNames(CONSOLE_CREDENTIAL_PRIVACY)

export const consoleUsersRepo = (db: Kysely<ConsoleUserTables>): ConsoleUsersRepo => ({
  insert: async (user, credential) => {
    await db.insertInto('consoleUsers').values(user).execute()
    if (!credential) return true
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('consoleCredentials')
      .values(credential)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },
  list: async (tenantId) => {
    const users = await db
      .selectFrom('consoleUsers')
      .select(COLUMNS)
      .select((eb) =>
        eb
          .selectFrom('consoleCredentials')
          .whereRef('userId', '=', 'consoleUsers.id')
          .select(({ fn }) => fn.countAll().as('passkeys'))
          .as('passkeys'),
      )
      .where('tenantId', '=', tenantId)
      .orderBy('createdOn')
      .orderBy('id')
      .execute()
    return users.map((user) => ({ ...user, passkeys: Number(user.passkeys) }))
  },
  lockAdmins: (tenantId) =>
    db
      .selectFrom('consoleUsers')
      .select('id')
      .where('tenantId', '=', tenantId)
      .where('role', '=', 'admin')
      // In one order, so that two who hold some of them never wait for each other.
      .orderBy('id')
      .forUpdate()
      .execute(),
  setRole: async (tenantId, id, role) => {
    const { numUpdatedRows } = await db
      .updateTable('consoleUsers')
      .set({ role })
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },
  noteSignIn: async (id, lastSignInOn) => {
    await db.updateTable('consoleUsers').set({ lastSignInOn }).where('id', '=', id).execute()
  },
  delete: async (tenantId, id) => {
    const { numDeletedRows } = await db
      .deleteFrom('consoleUsers')
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst()
    return numDeletedRows === 1n
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
    const user = await db
      .selectFrom('consoleUsers')
      .select(COLUMNS)
      .where('id', '=', credential.userId)
      .executeTakeFirst()
    // Both drivers give a `bigint` as a number or a text.
    return user && { user, credential: { ...credential, counter: Number(credential.counter) } }
  },
  useCredential: async (credentialId, counter, lastUsedOn) => {
    const { numUpdatedRows } = await db
      .updateTable('consoleCredentials')
      .set({ counter, lastUsedOn })
      .where('id', '=', credentialId)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },
})
