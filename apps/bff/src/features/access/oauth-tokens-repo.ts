import type { Scope } from '@visavis/shared/scopes'
import type { Kysely } from 'kysely'
import type { Access } from '../../http/env.ts'
import type { PrivacyOf } from '../../storage/privacy.ts'
import type { OauthClient, OauthClientTables } from './oauth-clients-repo.ts'

export interface OauthToken {
  /** SHA-256 of the token, 32 bytes. */
  hash: Uint8Array
  tenantId: string
  oauthClientId: string
  scopes: readonly Scope[]
  expiresOn: Date
}

export const OAUTH_TOKEN_PRIVACY = {
  hash: 'kept',
  tenantId: 'kept',
  oauthClientId: 'kept',
  scopes: 'kept',
  expiresOn: 'kept',
} satisfies PrivacyOf<OauthToken>

type TokenAccess = Access & Pick<OauthClient, 'allowedNetworks' | 'lastUsedOn'>

export interface OauthTokensRepo {
  insert(row: OauthToken): Promise<void>
  /** By the SHA-256 of the token, unless it ran out, with networks and last use of its client; crosses tenants. */
  findAccess(hash: Uint8Array, now: Date): Promise<TokenAccess | undefined>
  deleteExpired(tenantId: string, oauthClientId: string, now: Date): Promise<void>
}

export interface OauthTokenTables {
  oauthTokens: OauthToken
}

export const oauthTokensRepo = (db: Kysely<OauthTokenTables & OauthClientTables>): OauthTokensRepo => ({
  insert: async (row) => {
    await db.insertInto('oauthTokens').values(row).execute()
  },
  findAccess: (hash, now) =>
    db
      .selectFrom('oauthTokens')
      .innerJoin('oauthClients', 'oauthClients.id', 'oauthTokens.oauthClientId')
      .select([
        'oauthTokens.tenantId',
        'oauthTokens.scopes',
        'oauthClients.id as credentialId',
        'oauthClients.allowedNetworks',
        'oauthClients.lastUsedOn',
      ])
      .where('oauthTokens.hash', '=', hash)
      .where('oauthTokens.expiresOn', '>', now)
      .executeTakeFirst(),
  deleteExpired: async (tenantId, oauthClientId, now) => {
    await db
      .deleteFrom('oauthTokens')
      .where('tenantId', '=', tenantId)
      .where('oauthClientId', '=', oauthClientId)
      .where('expiresOn', '<=', now)
      .execute()
  },
})
