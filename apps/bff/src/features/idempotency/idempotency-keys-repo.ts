import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

/** One `Idempotency-Key` of one tenant. */
export interface IdempotencyKey {
  tenantId: string
  /** SHA-256 of the key, 32 bytes. */
  keyHash: Uint8Array
  /** SHA-256 over what the request asks for, 32 bytes. */
  fingerprint: Uint8Array
  /** The one run that may write the answer. */
  owner: string
  /** Until then a run without an answer counts as under way. */
  leasedUntil: Date
  /** Encrypted; only `run-once.ts` opens it. `null`: under way, or its process died. */
  answerSealed: Uint8Array | null
  /** Ids the answer names. */
  mentions: readonly string[]
  expiresOn: Date
}

export const IDEMPOTENCY_KEY_PRIVACY = {
  tenantId: 'kept',
  keyHash: 'personal',
  fingerprint: 'personal',
  owner: 'kept',
  leasedUntil: 'kept',
  answerSealed: 'personal',
  mentions: 'kept',
  expiresOn: 'kept',
} satisfies PrivacyOf<IdempotencyKey>

export type IdempotencyClaim = Omit<IdempotencyKey, 'answerSealed' | 'mentions'>

export interface IdempotencyKeysRepo {
  /**
   * Takes the key, atomically: when nobody has it, when its time is over, or when the same request had it and its
   * lease ran out without an answer.
   * @returns whether this claim got it
   */
  claim(claim: IdempotencyClaim, now: Date): Promise<boolean>
  get(tenantId: string, keyHash: Uint8Array): Promise<IdempotencyKey | undefined>
  /** Keeps the answer, unless another run took the key over. */
  complete(
    claim: IdempotencyClaim,
    answer: Pick<IdempotencyKey, 'answerSealed' | 'mentions'>,
  ): Promise<boolean>
  /** Gives the key up, unless another run took it over. */
  release(claim: IdempotencyClaim): Promise<void>
  /** Drops every kept answer that names one of these ids. */
  forget(tenantId: string, ids: readonly string[]): Promise<void>
  /** Drops what is older than it may be; how many there were. */
  deleteExpired(now: Date): Promise<number>
}

export interface IdempotencyKeyTables {
  idempotencyKeys: IdempotencyKey
}

const COLUMNS = columnNames(IDEMPOTENCY_KEY_PRIVACY)

export const idempotencyKeysRepo = (db: Kysely<IdempotencyKeyTables>): IdempotencyKeysRepo => {
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
