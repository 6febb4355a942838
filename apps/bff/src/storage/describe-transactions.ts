import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../composition/create-database.ts'
import { insertTenant, NOW } from './testing/rows.ts'
import { newEvent } from './testing/webhook-rows.ts'

/** What every engine must do about transactions. */
export const describeTransactions = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`transactions on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
    })
    afterEach(() => dispose())

    it('undoes everything when a transaction fails, and works on', async () => {
      const failure = new Error('no')
      const failing = database.transaction(async (repositories) => {
        await insertTenant(repositories)
        expect(await repositories.tenants.first()).toBeDefined()
        throw failure
      })
      await expect(failing).rejects.toBe(failure)
      expect(await database.tenants.first()).toBeUndefined()
    })

    it('undoes everything when the database itself refuses a statement', async () => {
      const id = newId('tenant')
      const failing = database.transaction(async (repositories) => {
        await repositories.tenants.insert({ id, name: 'once' })
        await repositories.tenants.insert({ id, name: 'twice' })
      })
      await expect(failing).rejects.toThrow()
      expect(await database.tenants.first()).toBeUndefined()
    })

    it('gives back what the transaction gave', async () => {
      expect(await database.transaction(async () => 42)).toBe(42)
    })

    it('keeps what a transaction does to itself until it ends', async () => {
      const seen: Promise<unknown>[] = []
      const failing = database.transaction(async (repositories) => {
        await repositories.tenants.insert({ id: newId('tenant'), name: 'half' })
        // Started inside, never awaited there: on one connection it has to queue behind this transaction.
        seen.push(database.tenants.first())
        await repositories.tenants.first()
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await Promise.all(seen)).toEqual([undefined])
    })

    it('makes transactions that hold the same row wait for one another', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const labels = Array.from({ length: 30 }, (_, index) => `label-${index}`)
      await Promise.all(
        labels.map((label) =>
          database.transaction(async ({ faceAuthentications }) => {
            const held = await faceAuthentications.lock(tenantId, authentication.id)
            await faceAuthentications.write({
              authentication: { ...authentication, riskLabels: [...(held?.riskLabels ?? []), label] },
              events: [newEvent(tenantId)],
              now: NOW,
            })
          }),
        ),
      )
      const after = await database.faceAuthentications.get(tenantId, authentication.id)
      expect([...(after?.riskLabels ?? [])].sort()).toEqual([...labels].sort())
    })

    it('makes a repository of a transaction once, when it is asked for', async () => {
      await database.transaction(async (repositories) => {
        expect(Object.keys(repositories)).toEqual([])
        expect(repositories.tenants).toBe(repositories.tenants)
        expect(Object.getOwnPropertyNames(repositories)).toEqual(['tenants'])
        expect(repositories.tenants).not.toBe(database.tenants)
      })
    })

    it('answers many readers beside a transaction', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const writing = database.transaction(async (repositories) => {
        for (let count = 0; count < 10; count += 1) await insertTenant(repositories)
      })
      const reads = Array.from({ length: 40 }, () => database.applicants.get(tenantId, applicant.id))
      expect(await Promise.all(reads)).toEqual(reads.map(() => applicant))
      await writing
    })
  })
}
