import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { insertTenant, NOW, newAttempt } from '../../storage/testing/rows.ts'
import type { Handoff } from './handoffs-repo.ts'

const LATER = new Date(NOW.getTime() + 3_600_000)

/** What every engine must do about hand-offs. */
export const describeHandoffs = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`hand-offs on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
    })
    afterEach(() => dispose())

    const addAttempt = async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const attempt = newAttempt(tenantId, authentication.id)
      await database.attempts.insert(attempt)
      return attempt
    }
    const toRow = (tenantId: string, attemptId: string, change: Partial<Handoff> = {}): Handoff => ({
      id: newId('handoff'),
      tenantId,
      attemptId,
      faceEnrollmentId: null,
      state: 'waiting',
      number: 42,
      tries: 0,
      digitsHash: null,
      followerHash: null,
      followerKeyHash: null,
      sourceBrowser: null,
      sourceSystem: null,
      expiresOn: LATER,
      ...change,
    })
    const hash = (byte: number) => new Uint8Array(32).fill(byte)

    it('a newer one of the same link takes the place of the one before', async () => {
      const { handoffs } = database
      const { tenantId, id } = await addAttempt()
      const other = await addAttempt()
      const [first, second] = [toRow(tenantId, id), toRow(tenantId, id)]
      const untouched = toRow(other.tenantId, other.id)
      for (const row of [untouched, first, second]) await handoffs.put(row)
      expect(await handoffs.find(first.id)).toBeUndefined()
      expect(await handoffs.findByOwner({ tenantId, attemptId: id, faceEnrollmentId: null })).toEqual(second)
      expect(await handoffs.find(untouched.id)).toEqual(untouched)
      const foreign = { tenantId: other.tenantId, attemptId: id, faceEnrollmentId: null }
      expect(await handoffs.findByOwner(foreign)).toBeUndefined()
    })

    it('is found by its digits while it waits, and by its follower', async () => {
      const { handoffs } = database
      const { tenantId, id } = await addAttempt()
      const row = toRow(tenantId, id, { digitsHash: hash(1) })
      await handoffs.put(row)
      expect(await handoffs.findByDigits(hash(1), NOW)).toEqual(row)
      expect(await handoffs.findByDigits(hash(1), LATER)).toBeUndefined()
      expect(await database.attempts.isDigitStringTaken(hash(1))).toBe(true)
      expect(await database.attempts.isDigitStringTaken(hash(2))).toBe(false)
      await handoffs.update(row.id, { state: 'connected', digitsHash: null, followerHash: hash(3) })
      expect(await handoffs.findByDigits(hash(1), NOW)).toBeUndefined()
      expect((await handoffs.findByFollower(hash(3)))?.id).toBe(row.id)
      await expect(handoffs.update('hnd_x', { tries: 1 })).rejects.toThrow('hand-off')
      await handoffs.deleteExpired(LATER)
      expect(await handoffs.find(row.id)).toBeUndefined()
    })
  })
}
