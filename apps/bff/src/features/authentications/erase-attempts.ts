import { type Kysely, sql } from 'kysely'
import { ADDRESS_ALONE } from '../../storage/address-alone.ts'
import { countKnown } from '../../storage/privacy.ts'
import { ATTEMPT_PRIVACY, type AttemptTables } from './attempt-row.ts'
import { ERASED_ATTEMPT } from './forget-metadata.ts'

/** Digits that open a link and the key made for it are secrets of ours; they go, but nobody is known by them. */
const KNOWN_FIELDS = sql<number>`
  ${countKnown(ATTEMPT_PRIVACY, ['redirectUrl', 'digitStringHash', 'deviceKeyHash'])} + (redirect_url <> ${ADDRESS_ALONE})::int`

/** Empties what is personal in all attempts at these. @returns how many fields held something */
export const eraseAttempts = async (
  db: Kysely<AttemptTables>,
  tenantId: string,
  faceAuthenticationIds: readonly string[],
  now: Date,
): Promise<number> => {
  const { total } = await db
    .with('erased', (query) =>
      query
        .updateTable('attempts')
        .from(
          db
            .selectFrom('attempts')
            .where('tenantId', '=', tenantId)
            .where('faceAuthenticationId', '=', sql<string>`any(${faceAuthenticationIds}::text[])`)
            .select(['id', KNOWN_FIELDS.as('known')])
            .as('before'),
        )
        .set({ ...ERASED_ATTEMPT, modifiedOn: now })
        .whereRef('attempts.id', '=', 'before.id')
        .returning('before.known'),
    )
    .selectFrom('erased')
    .select(sql<number>`coalesce(sum(known), 0)::int`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}
