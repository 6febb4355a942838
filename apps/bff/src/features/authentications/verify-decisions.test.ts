import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../testing/scripted-provider.ts'
import { fakeJpeg } from '../../testing/test-app.ts'
import { setUpTenant } from '../access/index.ts'
import { verifyDecisions } from './verify-decisions.ts'

const { test, pglite } = await openTestApp()
const { database } = test.deps

let tenantId: string
let partner: ReturnType<typeof createPartnerClient>
let applicantId: string
beforeEach(async () => {
  test.provider.script(APPROVED)
  const set = { name: 'Chained', provider: 'embedded', allowedRedirectUrls: ['https://partner.example'] }
  const owner = await setUpTenant(database, { ...set, livenessPolicy: 'none' }, new Date())
  tenantId = owner.tenantId
  partner = createPartnerClient({ app: test.app, partner: owner })
  applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
})

const decide = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let done = 0; done < count; done += 1) {
    ids.push((await partner.finishAttempt(applicantId)).authenticationId)
  }
  return ids
}
const verify = () => verifyDecisions(database, tenantId)
/** As somebody with the database would. */
const tamper = (statement: string) => pglite.query(statement, [tenantId])

it('proves a chain whole, and says how each decision came about', async () => {
  expect(await verify()).toMatchObject({ verified: 0, earlier: 0, broken: undefined })
  const picture = fakeJpeg()
  const { authenticationId: first } = await partner.finishAttempt(applicantId, picture)
  const [second] = await decide(1)
  const rows = await database.decisions.list(tenantId, 0, 10)
  expect(rows).toMatchObject([
    {
      number: 1,
      faceAuthenticationId: first,
      verdict: 'approved',
      modelId: 'scripted',
      liveness: 'not_done',
    },
    { number: 2, faceAuthenticationId: second },
  ])
  const { pictureSalt, pictureHash } = rows[0] ?? {}
  const committed = createHash('sha256')
    .update(pictureSalt ?? '')
    .update(picture)
    .digest()
  expect(Buffer.compare(committed, pictureHash ?? new Uint8Array())).toBe(0)
  expect(await verify()).toMatchObject({ verified: 2, hash: rows[1]?.hash, broken: undefined })
})

it('binds a decision to the picture as it is stored, without what a camera wrote beside it', async () => {
  const comment = [0xff, 0xfe, 0x00, 0x06, ...Buffer.from('here')]
  const sent = Uint8Array.of(0xff, 0xd8, ...comment, 0xff, 0xd9)
  const { authenticationId, attemptId } = await partner.finishAttempt(applicantId, sent)
  const path = `/face-authentications/${authenticationId}/attempts/${attemptId}/assets`
  const { href } = (await partner.get(path)).body.data[0]._links.asset_url
  const stored = Buffer.from(await (await test.app.request(href)).arrayBuffer())
  expect(stored.toString('hex')).toBe('ffd8ffd9')
  const [row] = await database.decisions.list(tenantId, 0, 1)
  const committed = createHash('sha256')
    .update(row?.pictureSalt ?? '')
    .update(stored)
    .digest()
  expect(committed).toEqual(Buffer.from(row?.pictureHash ?? []))
})

it('names the model that decided, where it was the one before', async () => {
  test.provider.script({ kind: 'approved', codes: [10000], modelId: 'scripted-before' })
  await decide(1)
  expect(await database.decisions.list(tenantId, 0, 1)).toMatchObject([{ modelId: 'scripted-before' }])
})

it('decisions at the same time each get their place', async () => {
  await Promise.all(Array.from({ length: 4 }, () => decide(1)))
  expect(await verify()).toMatchObject({ verified: 4, broken: undefined })
})

it('stays whole after an erasure, without anything that tells whose picture it was', async () => {
  const [first] = await decide(2)
  await partner.post(`/face-authentications/${first}/anonymize`, {})
  const [row] = await database.decisions.list(tenantId, 0, 1)
  expect(row).toMatchObject({ faceAuthenticationId: first, pictureSalt: null })
  expect(await verify()).toMatchObject({ verified: 2, broken: undefined })
})

it.each([
  [
    'a level that was changed',
    'UPDATE decisions SET match_level = 5 WHERE number = 2',
    2,
    'the row was changed',
  ],
  ['a row that was removed', 'DELETE FROM decisions WHERE number = 2', 2, 'the row is gone'],
  ['the last row removed', 'DELETE FROM decisions WHERE number = 3', 3, 'the row is gone'],
  [
    'two rows that changed places',
    'UPDATE decisions SET number = CASE number WHEN 1 THEN 2 ELSE 1 END + 10 WHERE number < 3',
    1,
    'the row is gone',
  ],
  [
    'a verdict that was turned',
    "UPDATE face_authentications SET status = 'declined' WHERE status = 'approved'",
    1,
    'the face authentication says declined',
  ],
])('names %s', async (_, statement, number, problem) => {
  await decide(3)
  await tamper(`${statement} AND tenant_id = $1`)
  expect((await verify()).broken).toMatchObject({ number, problem })
})

it('tells decisions from before the chain apart, and misses none since', async () => {
  await decide(1)
  test.provider.script(DECLINED)
  const [declined] = await decide(1)
  expect(await verify()).toMatchObject({ verified: 2, earlier: 0 })
  await tamper(`UPDATE decision_chains SET length = 1, hash = (
    SELECT hash FROM decisions WHERE number = 1 AND tenant_id = $1
  ) WHERE tenant_id = $1`)
  await tamper('DELETE FROM decisions WHERE number = 2 AND tenant_id = $1')
  expect((await verify()).broken).toMatchObject({
    faceAuthenticationId: declined,
    problem: 'a face authentication was decided without a row',
  })
  await tamper(`UPDATE decision_chains SET started_on = now() + interval '1 hour' WHERE tenant_id = $1`)
  expect(await verify()).toMatchObject({ verified: 1, earlier: 1, broken: undefined })
})

it('takes the operator’s word for what an earlier version decided, one by one, and for nothing else', async () => {
  const [first, second, third] = await decide(3)
  // As a replica leaves it that knows of no chain.
  await tamper(`UPDATE decision_chains SET length = 1, hash = (
    SELECT hash FROM decisions WHERE number = 1 AND tenant_id = $1
  ) WHERE tenant_id = $1`)
  await tamper('DELETE FROM decisions WHERE number > 1 AND tenant_id = $1')
  const verifyWith = (...ids: (string | undefined)[]) =>
    verifyDecisions(
      database,
      tenantId,
      ids.filter((id) => id !== undefined),
    )
  const problem = 'a face authentication was decided without a row'
  expect(await verifyWith(second)).toMatchObject({
    accepted: [second],
    missing: [third],
    broken: { problem },
  })
  await decide(1)
  expect(await verifyWith(second, third)).toMatchObject({ verified: 2, missing: [], broken: undefined })
  // A row of the chain stays one, whoever is said to have decided.
  await tamper('DELETE FROM decisions WHERE number = 1 AND tenant_id = $1')
  expect(await verifyWith(first, second, third)).toMatchObject({
    broken: { number: 1, problem: 'the row is gone' },
  })
})
