import { randomBytes, randomUUID } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { insertTenant, NOW } from '../../storage/testing/rows.ts'
import type { IdempotencyClaim } from './idempotency-keys-repo.ts'

const bytes = () => new Uint8Array(randomBytes(32))
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

/** What every engine must do about idempotency keys. */
export const describeIdempotencyKeys = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`idempotency keys on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenantId: string

    beforeEach(async () => {
      ;({ database, dispose } = await open())
      ;({ tenantId } = await insertTenant(database))
    })
    afterEach(() => dispose())

    const newClaim = (change: Partial<IdempotencyClaim> = {}): IdempotencyClaim => ({
      tenantId,
      keyHash: bytes(),
      fingerprint: bytes(),
      owner: randomUUID(),
      leasedUntil: later(60),
      expiresOn: later(86_400),
      ...change,
    })
    const retry = (claim: IdempotencyClaim, change: Partial<IdempotencyClaim> = {}) => ({
      ...claim,
      owner: randomUUID(),
      leasedUntil: later(600),
      ...change,
    })
    const ANSWER = { answerSealed: new Uint8Array([1, 2, 3]), mentions: ['aplt_a', 'fav_b'] }

    it('are taken by one of many that come together', async () => {
      const claim = newClaim()
      const claims = Array.from({ length: 30 }, () => retry(claim))
      const taken = await Promise.all(claims.map((each) => database.idempotencyKeys.claim(each, NOW)))
      expect(taken.filter(Boolean)).toHaveLength(1)
      const winner = claims[taken.indexOf(true)]
      expect(await database.idempotencyKeys.get(tenantId, claim.keyHash)).toStrictEqual({
        ...winner,
        answerSealed: null,
        mentions: [],
      })
    })

    it('keep the answer until their time is over, then start afresh', async () => {
      const claim = newClaim()
      await database.idempotencyKeys.claim(claim, NOW)
      expect(await database.idempotencyKeys.complete(claim, ANSWER)).toBe(true)
      expect(await database.idempotencyKeys.get(tenantId, claim.keyHash)).toStrictEqual({
        ...claim,
        ...ANSWER,
      })
      expect(await database.idempotencyKeys.claim(retry(claim), later(86_399))).toBe(false)
      const other = retry(claim, { fingerprint: bytes(), expiresOn: later(172_800) })
      expect(await database.idempotencyKeys.claim(other, later(86_400))).toBe(true)
      expect(await database.idempotencyKeys.get(tenantId, claim.keyHash)).toStrictEqual({
        ...other,
        answerSealed: null,
        mentions: [],
      })
    })

    it('without an answer pass to the same request when the lease is over, and the old run is out', async () => {
      const dead = newClaim()
      await database.idempotencyKeys.claim(dead, NOW)
      expect(await database.idempotencyKeys.claim(retry(dead), later(59))).toBe(false)
      expect(await database.idempotencyKeys.claim(retry(dead, { fingerprint: bytes() }), later(60))).toBe(
        false,
      )
      const heir = retry(dead)
      expect(await database.idempotencyKeys.claim(heir, later(60))).toBe(true)
      expect(await database.idempotencyKeys.complete(dead, ANSWER)).toBe(false)
      await database.idempotencyKeys.release(dead)
      expect(await database.idempotencyKeys.get(tenantId, dead.keyHash)).toMatchObject({ owner: heir.owner })
      await database.idempotencyKeys.release(heir)
      expect(await database.idempotencyKeys.get(tenantId, dead.keyHash)).toBeUndefined()
    })

    it('of two tenants have nothing to do with each other', async () => {
      const { tenantId: other } = await insertTenant(database)
      const claim = newClaim()
      const theirs = retry(claim, { tenantId: other })
      expect(await database.idempotencyKeys.claim(claim, NOW)).toBe(true)
      expect(await database.idempotencyKeys.claim(theirs, NOW)).toBe(true)
      await database.idempotencyKeys.complete(theirs, ANSWER)
      await database.idempotencyKeys.forget(other, ['fav_b'])
      expect(await database.idempotencyKeys.get(other, claim.keyHash)).toBeUndefined()
      expect(await database.idempotencyKeys.get(tenantId, claim.keyHash)).toBeDefined()
      await expect(
        database.idempotencyKeys.claim(newClaim({ tenantId: newId('tenant') }), NOW),
      ).rejects.toThrow()
    })

    it('forget the answers that name somebody', async () => {
      const [about, unrelated] = [newClaim(), newClaim()]
      for (const claim of [about, unrelated]) await database.idempotencyKeys.claim(claim, NOW)
      await database.idempotencyKeys.complete(about, ANSWER)
      await database.idempotencyKeys.complete(unrelated, { ...ANSWER, mentions: ['aplt_c'] })
      await database.idempotencyKeys.forget(tenantId, [])
      await database.idempotencyKeys.forget(tenantId, ['aplt_a', 'aplt_z'])
      expect(await database.idempotencyKeys.get(tenantId, about.keyHash)).toBeUndefined()
      expect(await database.idempotencyKeys.get(tenantId, unrelated.keyHash)).toBeDefined()
    })

    it('that are too old are swept', async () => {
      const [old, young] = [newClaim({ expiresOn: later(10) }), newClaim({ expiresOn: later(11) })]
      for (const claim of [old, young]) await database.idempotencyKeys.claim(claim, NOW)
      expect(await database.idempotencyKeys.deleteExpired(later(10))).toBe(1)
      expect(await database.idempotencyKeys.get(tenantId, old.keyHash)).toBeUndefined()
      expect(await database.idempotencyKeys.get(tenantId, young.keyHash)).toBeDefined()
    })
  })
}
