import { sql } from 'kysely'
import type { Handle } from '../../storage/schema.ts'
import type { IdempotencyClaim, IdempotencyKey, IdempotencyKeysRepository } from './idempotency-types.ts'

const COLUMNS = [
  'tenantId',
  'keyHash',
  'fingerprint',
  'owner',
  'leasedUntil',
  'answerSealed',
  'mentions',
  'expiresOn',
] satisfies (keyof IdempotencyKey)[]

export const idempotencyKeysRepo = (db: Handle): IdempotencyKeysRepository => {
  return {
    claim: async (claim, now) => {
      const row = { ...claim, answerSealed: null, mentions: [] }
      // One statement: of two that arrive together, the second waits for the first's row and then fails its WHERE.
      const taken = await db
        .insertInto('idempotencyKeys')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['tenantId', 'keyHash'])
            .doUpdateSet(row)
            .where(({ eb, and, or, ref }) =>
              or([
                eb('idempotencyKeys.expiresOn', '<=', now),
                and([
                  eb('idempotencyKeys.answerSealed', 'is', null),
                  eb('idempotencyKeys.leasedUntil', '<=', now),
                  eb('idempotencyKeys.fingerprint', '=', ref('excluded.fingerprint')),
                ]),
              ]),
            ),
        )
        .returning('owner')
        .executeTakeFirst()
      return taken !== undefined
    },
    get: (tenantId, keyHash) =>
      db
        .selectFrom('idempotencyKeys')
        .select(COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('keyHash', '=', keyHash)
        .executeTakeFirst(),
    complete: async ({ tenantId, keyHash, owner }, answer) => {
      const { numUpdatedRows } = await db
        .updateTable('idempotencyKeys')
        .set(answer)
        .where('tenantId', '=', tenantId)
        .where('keyHash', '=', keyHash)
        .where('owner', '=', owner)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    release: async ({ tenantId, keyHash, owner }: IdempotencyClaim) => {
      await db
        .deleteFrom('idempotencyKeys')
        .where('tenantId', '=', tenantId)
        .where('keyHash', '=', keyHash)
        .where('owner', '=', owner)
        .execute()
    },
    forget: async (tenantId, ids) => {
      await db
        .deleteFrom('idempotencyKeys')
        .where('tenantId', '=', tenantId)
        .where(sql<boolean>`mentions && ${ids}::text[]`)
        .execute()
    },
    deleteExpired: async (now) => {
      const { numDeletedRows } = await db
        .deleteFrom('idempotencyKeys')
        .where('expiresOn', '<=', now)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
