import type { Handle } from '../../storage/schema.ts'
import type { Repositories } from '../../storage/types.ts'

export const oauthTokensRepo = (db: Handle): Repositories['oauthTokens'] => ({
  insert: async (row) => {
    await db.insertInto('oauthTokens').values(row).execute()
  },
  findAccess: (hash, now) =>
    db
      .selectFrom('oauthTokens')
      .select(['tenantId', 'scopes'])
      .where('hash', '=', hash)
      .where('expiresOn', '>', now)
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
