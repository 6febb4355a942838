import { beforeEach, expect, it } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../testing/scripted-provider.ts'
import { advance } from './advance.ts'
import { toBareEvidence } from './decision-rules.ts'
import { recordDecline } from './record-decline.ts'
import { lockAndSettle } from './settle-attempt.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const { tenantId } = test.partner
const HOUR_MS = 3_600_000

beforeEach(() => test.provider.script(APPROVED))

const openAttempt = async (applicantId: string) => {
  const attempt = await partner.startAttempt(await partner.startAuthentication(applicantId))
  const browser = createBrowserClient(test, attempt.token)
  await browser.session()
  await browser.consent()
  return { ...attempt, browser }
}

/** Declined so often, on the journey's default of five until a lock. */
const createDeclined = async (times: number) => {
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  test.provider.script(DECLINED)
  for (let count = 0; count < times; count += 1) await (await openAttempt(applicantId)).browser.upload()
  test.provider.script(APPROVED)
  return applicantId
}

it('an approval holds the declines it forgets before the chain of decisions, as a decline does', async () => {
  const { browser } = await openAttempt(await createDeclined(1))
  const before = test.queries.length
  await browser.upload()
  const sent = test.queries.slice(before)
  const lockout = sent.findIndex((text) => /from "applicant_lockouts".*for update/.test(text))
  const chain = sent.findIndex((text) => text.includes('decision_chains'))
  expect(chain).toBeGreaterThan(-1)
  expect(lockout).toBeGreaterThan(-1)
  expect(lockout).toBeLessThan(chain)
})

it('nobody is approved, and no lock forgotten, where the lock came after the row was read', async () => {
  const applicantId = await createDeclined(1)
  const { authenticationId } = await openAttempt(applicantId)
  const now = test.deps.now()
  const lockedUntil = new Date(now.getTime() + HOUR_MS)
  await database.transaction(async (repositories) => {
    const held = await lockAndSettle(repositories, tenantId, authenticationId, now)
    if (!held) throw new Error('not there')
    await repositories.lockouts.prolong(tenantId, applicantId, { waitUntil: null, lockedUntil })
    const steps = [
      { trigger: 'capture_completed', codes: [] },
      { trigger: 'matched', codes: [10000] },
    ] as const
    const evidence = toBareEvidence('scripted')
    expect((await advance(repositories, held, steps, { now, evidence }))?.authentication).toMatchObject({
      status: 'declined',
      responseCodes: [62901],
    })
  })
  expect(await database.lockouts.get(tenantId, applicantId)).toMatchObject({ lockedUntil })
})

it('a decline that knew of no lock yet neither ends it nor tells of it again', async () => {
  const applicantId = await createDeclined(1)
  const { authenticationId } = await openAttempt(applicantId)
  const now = test.deps.now()
  const lockedUntil = new Date(now.getTime() + HOUR_MS)
  await database.transaction(async (repositories) => {
    const held = await repositories.faceAuthentications.hold(tenantId, authenticationId)
    if (!held) throw new Error('not there')
    await repositories.lockouts.prolong(tenantId, applicantId, { waitUntil: null, lockedUntil })
    expect(await recordDecline(repositories, held, now)).toEqual({ isRepeated: true, locked: undefined })
  })
  expect(await database.lockouts.get(tenantId, applicantId)).toMatchObject({ waitUntil: null, lockedUntil })
})

it('of two delays, or two locks, the longer one stays', async () => {
  const applicantId = await createDeclined(1)
  const soon = new Date(Date.now() + HOUR_MS)
  const later = new Date(Date.now() + 2 * HOUR_MS)
  const { lockouts } = database
  await lockouts.prolong(tenantId, applicantId, { waitUntil: soon, lockedUntil: later })
  await lockouts.prolong(tenantId, applicantId, { waitUntil: null, lockedUntil: soon })
  expect(await lockouts.get(tenantId, applicantId)).toMatchObject({ waitUntil: soon, lockedUntil: later })
})
