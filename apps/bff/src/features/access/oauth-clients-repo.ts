import type { Scope } from '@visavis/shared/scopes'
import type { Kysely } from 'kysely'
import type { Page, Paged } from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'
import { CREDENTIAL_LIMITS_PRIVACY, type CredentialLimits } from './credential-limits.ts'

export interface OauthClient extends CredentialLimits {
  id: string
  tenantId: string
  name: string | null
  /** SHA-256 of the client secret, 32 bytes. */
  secretHash: Uint8Array
  lastFour: string
  /** The most its tokens may do. */
  scopes: readonly Scope[]
  createdOn: Date
  /** One of its tokens, to within an hour; `null`: never. */
  lastUsedOn: Date | null
}

export const OAUTH_CLIENT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  name: 'kept',
  secretHash: 'kept',
  lastFour: 'kept',
  scopes: 'kept',
  createdOn: 'kept',
  lastUsedOn: 'kept',
  ...CREDENTIAL_LIMITS_PRIVACY,
} satisfies PrivacyOf<OauthClient>

export interface OauthClientsRepo {
  insert(row: OauthClient): Promise<void>
  /** By its id and the SHA-256 of its secret; crosses tenants. */
  findBySecret(id: string, secretHash: Uint8Array): Promise<OauthClient | undefined>
  /** Notes that one of its tokens was used. */
  touch(id: string, now: Date): Promise<void>
  get(tenantId: string, id: string): Promise<OauthClient | undefined>
  /** Oldest first. */
  list(tenantId: string, page: Page): Promise<Paged<OauthClient>>
  /** Its tokens go with it. @returns whether there was one */
  delete(tenantId: string, id: string): Promise<boolean>
}

export interface OauthClientTables {
  oauthClients: OauthClient & Positioned
}

const COLUMNS = columnNames(OAUTH_CLIENT_PRIVACY)

export const oauthClientsRepo = (db: Kysely<OauthClientTables>): OauthClientsRepo => {
  const ofTenant = (tenantId: string) => db.selectFrom('oauthClients').where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('oauthClients').values(row).execute()
    },
    findBySecret: (id, secretHash) =>
      db
        .selectFrom('oauthClients')
        .select(COLUMNS)
        .where('id', '=', id)
        .where('secretHash', '=', secretHash)
        .executeTakeFirst(),
    touch: async (id, lastUsedOn) => {
      await db.updateTable('oauthClients').set({ lastUsedOn }).where('id', '=', id).execute()
    },
    get: (tenantId, id) => ofTenant(tenantId).select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    list: async (tenantId, { skip, limit }) => {
      const all = ofTenant(tenantId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    delete: async (tenantId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('oauthClients')
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}
