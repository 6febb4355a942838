import { expect, it } from 'vitest'
import { newAuthentication } from '../../storage/testing/rows.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { anonymizeApplicant } from './anonymize-applicant.ts'
import { resumeErasures } from './resume-erasures.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const { tenantId, userJourneyId } = test.partner

/** Several steps' worth. */
const COUNT = 250

const createFrequent = async (): Promise<string> => {
  const applicantId = await partner.createApplicant({ email: 'ada@people.example' })
  await database.transaction(async ({ faceAuthentications }) => {
    for (let count = 0; count < COUNT; count += 1) {
      await faceAuthentications.insert({
        ...newAuthentication(tenantId, applicantId, userJourneyId),
        status: 'approved',
      })
    }
  })
  return applicantId
}

const countErased = async (applicantId: string) => {
  const left = await database.transaction(({ faceAuthentications }) =>
    faceAuthentications.lockUnerased(tenantId, { applicantId }),
  )
  return COUNT - left.length
}

/** The database of a process that dies after so many transactions. */
const dyingAfter = (transactions: number): typeof database => {
  let left = transactions
  return Object.assign(Object.create(database), {
    transaction: (work: Parameters<typeof database.transaction>[0]) => {
      left -= 1
      return left < 0 ? Promise.reject(new Error('killed')) : database.transaction(work)
    },
  })
}

it('takes a frequent customer out in steps, and goes on after a crash where it stopped', async () => {
  const applicantId = await createFrequent()
  const dying = { ...test.deps, database: dyingAfter(2) }
  await expect(anonymizeApplicant(dying, tenantId, applicantId)).rejects.toThrow('killed')
  // The person is gone at once, nothing new can come, and what was done stays done.
  expect((await partner.get(`/applicants/${applicantId}`)).body).not.toHaveProperty('email')
  expect((await partner.enrol(applicantId)).status).toBe(409)
  expect(await countErased(applicantId)).toBe(10)
  expect(await database.erasureReceipts.get(tenantId, applicantId)).toMatchObject({ completedOn: null })

  expect(await resumeErasures(test.deps)).toBe(1)
  expect(await countErased(applicantId)).toBe(COUNT)
  expect(await database.erasureReceipts.get(tenantId, applicantId)).toMatchObject({
    completedOn: expect.any(Date),
    erased: { applicant_field: 1 },
  })
  expect(await resumeErasures(test.deps)).toBe(0)
  const told = await database.events.list(tenantId, { skip: 0, limit: 1 })
  expect(told.totalCount).toBe(COUNT)
})

it('lets others in between two steps, and is done once where two ask', async () => {
  const applicantId = await createFrequent()
  const order: string[] = []
  const ask = async (name: string, path: string, body?: object) => {
    await (body ? partner.post(path, body) : partner.get(path))
    order.push(name)
  }
  await Promise.all([
    ask('erased', `/applicants/${applicantId}/anonymize`, {}),
    ask('other', '/applicants/aplt_unknown').then(() => ask('after', '/applicants/aplt_unknown')),
    ask('erased', `/applicants/${applicantId}/anonymize`, {}),
  ])
  expect(order).toEqual(['other', 'after', 'erased', 'erased'])
  expect((await database.events.list(tenantId, { skip: 0, limit: 1 })).totalCount).toBe(2 * COUNT)
})
