import { expect, it } from 'vitest'
import { newErasureReceipt } from '../features/erasure/erasure-receipt.ts'
import { NOTHING_ERASED } from '../storage/erased.ts'
import { newAsset, newAuthentication } from '../storage/testing/rows.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { recover } from './recover.ts'

const { test, partner } = await openTestApp()
const { database, assets } = test.deps
const { tenantId, userJourneyId } = test.partner

/** As a process leaves it that died right after the erasure was ordered. */
const startErasure = async () => {
  const applicantId = await partner.createApplicant()
  await database.transaction(async ({ faceAuthentications, erasureReceipts }) => {
    await faceAuthentications.insert({
      ...newAuthentication(tenantId, applicantId, userJourneyId),
      status: 'approved',
    })
    await erasureReceipts.insert(
      newErasureReceipt({ tenantId, subjectId: applicantId, erased: NOTHING_ERASED, now: new Date() }),
    )
  })
  return applicantId
}
const standingIn = <T extends object>(whole: T, parts: Partial<T>): T =>
  Object.create(whole, Object.getOwnPropertyDescriptors(parts))
const isErased = async (applicantId: string) =>
  (await database.erasureReceipts.get(tenantId, applicantId))?.completedOn !== null

it('what fails for one holds up none of the others', async () => {
  const [stuck, other] = [await startErasure(), await startErasure()]
  const [lost, left] = [newAsset(tenantId, { writer: 'gone' }), newAsset(tenantId, { writer: 'gone' })]
  for (const asset of [lost, left]) {
    await database.assets.insert({ ...asset, createdOn: new Date(0) })
  }
  const remove = assets.delete
  const failing = {
    ...test.deps,
    assets: {
      ...assets,
      delete: async (id: string) => {
        if (id === lost.id) throw new Error('the disk says no')
        await remove(id)
      },
    },
    database: standingIn(database, {
      erasureReceipts: standingIn(database.erasureReceipts, {
        get: (tenant: string, id: string) => {
          if (id === stuck) throw new Error('this one never ends')
          return database.erasureReceipts.get(tenant, id)
        },
      }),
    }),
  }
  await expect(recover(failing)).rejects.toThrow('the disk says no')
  expect(await database.assets.listKnown([lost.id, left.id])).toEqual([lost.id])
  expect([await isErased(stuck), await isErased(other)]).toEqual([false, true])

  expect(await recover(test.deps)).toMatchObject({ assets: 1, erasures: 1 })
  expect(await isErased(stuck)).toBe(true)
})
