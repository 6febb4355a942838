import { CONSOLE_MODE_HEADER } from '@visavis/shared/console-mode'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConsole } from '../../../testing/console-client.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import { setUpTenant } from '../../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const { tenantId } = test.partner

const MINUTE_MS = 60_000

const open = (role: 'viewer' | 'reviewer' | 'admin') => openConsole(test, role)
const [viewer, asker, colleague, admin] = [
  await open('viewer'),
  await open('reviewer'),
  await open('reviewer'),
  await open('admin'),
]
type Client = typeof asker

/** Somebody with a face on file who has just signed in with it. */
const decide = async () => {
  const applicantId = await partner.createApplicant({})
  await partner.enrol(applicantId)
  const { authenticationId } = await partner.finishAttempt(applicantId)
  const { body } = await asker.get(`/face-authentications/${authenticationId}`)
  return { applicantId, selfie: body.attempts[0].pictures[0].id as string, references: body.references }
}

const look = (client: Client, id: string) => client.get(`/pictures/${id}`)
const ask = (client: Client, id: string, reason = 'review') =>
  client.post('/picture-requests', { picture_id: id, reason })
const answer = (client: Client, id: string, decision = 'allow') =>
  client.post(`/picture-requests/${id}`, { decision })
const codes = ({ status, body }: { status: number; body: { error_codes?: string[] } }) => [
  status,
  ...(body.error_codes ?? []),
]
const NEEDED = [403, 'picture_access_needed']
const story = async (pictureId: string) => {
  const { body } = await admin.get(`/audit-events?subject_id=${pictureId}`)
  return body.data.map(
    ({ action, actor, reason }: { action: string; actor: { id: string }; reason?: string }) => ({
      action,
      by: actor.id,
      reason,
    }),
  )
}

/** The clock goes on, so that everybody has to show their passkey again. */
const wait = async (ms: number) => {
  test.clock.skewMs += ms
  for (const client of [asker, colleague, admin]) await client.stepUp(client.passkey)
}

beforeEach(() => database.tenants.setPictureAccess(tenantId, 'two_people'))
afterEach(() => database.tenants.setPictureAccess(tenantId, 'one_person'))

describe('where two people are asked for', () => {
  it('somebody asks with a reason, another allows it, and only then the picture goes out', async () => {
    const { selfie } = await decide()
    expect(codes(await look(asker, selfie))).toEqual(NEEDED)
    const asked = await ask(asker, selfie, 'complaint')
    expect(asked).toMatchObject({
      status: 201,
      body: { status: 'waiting', is_own: true, reason: 'complaint' },
    })
    expect(codes(await look(asker, selfie))).toEqual(NEEDED)
    const list = await colleague.get('/picture-requests')
    expect(list.body).toMatchObject({ picture_access: 'two_people' })
    expect(list.body.data.at(-1)).toMatchObject({
      id: asked.body.id,
      picture_id: selfie,
      is_own: false,
      asked_by: { id: asker.userId, name: 'Bea, reviewer' },
    })
    expect(await answer(colleague, asked.body.id)).toMatchObject({ status: 200, body: { status: 'allowed' } })
    const seen = await look(asker, selfie)
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(await story(selfie)).toEqual([
      { action: 'picture.read', by: asker.userId, reason: undefined },
      { action: 'picture.allow', by: colleague.userId, reason: 'complaint' },
      { action: 'picture.ask', by: asker.userId, reason: 'complaint' },
    ])
    expect(codes(await look(colleague, selfie)), 'it is for whoever asked').toEqual(NEEDED)
    expect(codes(await look(admin, selfie)), 'admins too').toEqual(NEEDED)
  })

  it('an answer is good for all pictures of that person, and of nobody else', async () => {
    const [one, other] = [await decide(), await decide()]
    const { body } = await ask(asker, one.selfie)
    await answer(admin, body.id)
    const reference = one.references[0].pictures[0].id
    expect((await look(asker, reference)).status).toBe(200)
    expect(codes(await look(asker, other.selfie))).toEqual(NEEDED)
  })

  it('one who refuses ends it, and it may be asked for again', async () => {
    const { selfie } = await decide()
    const { body } = await ask(asker, selfie)
    expect((await answer(colleague, body.id, 'refuse')).body).toMatchObject({ status: 'refused' })
    expect(codes(await look(asker, selfie))).toEqual(NEEDED)
    expect((await story(selfie))[0]).toMatchObject({ action: 'picture.refuse', by: colleague.userId })
    const again = await ask(asker, selfie)
    expect(again.body.id).not.toBe(body.id)
    await answer(colleague, again.body.id)
    expect((await look(asker, selfie)).status).toBe(200)
  })

  it('nobody allows a look of their own, not from another session either', async () => {
    const { selfie } = await decide()
    const { body } = await ask(admin, selfie)
    expect(codes(await answer(admin, body.id))).toEqual([403, 'picture_request_own'])
    await admin.signIn(admin.passkey)
    expect(codes(await answer(admin, body.id))).toEqual([403, 'picture_request_own'])
    const row = { tenantId, id: body.id }
    const own = { decision: 'allow', decidedBy: admin.userId, expiresOn: new Date(Date.now() + 1e6) } as const
    expect(await database.pictureRequests.decide(row, own, new Date())).toBe(false)
    expect(codes(await look(admin, selfie))).toEqual(NEEDED)
  })

  it('viewers neither ask nor answer, nor see who does', async () => {
    const { selfie } = await decide()
    const { body } = await ask(asker, selfie)
    for (const refused of [
      await viewer.get('/picture-requests'),
      await ask(viewer, selfie),
      await answer(viewer, body.id),
    ]) {
      expect(codes(refused)).toEqual([403, 'console_role_missing'])
    }
  })

  it('whoever answers has shown their passkey within five minutes', async () => {
    const { selfie } = await decide()
    const { body } = await ask(asker, selfie)
    test.clock.skewMs += 6 * MINUTE_MS
    expect(codes(await answer(colleague, body.id))).toEqual([403, 'console_passkey_needed'])
    await wait(0)
    expect((await answer(colleague, body.id)).status).toBe(200)
  })
})

describe('time', () => {
  it('an allowed look is over after 15 minutes', async () => {
    const { selfie } = await decide()
    const { body } = await ask(asker, selfie)
    await answer(colleague, body.id)
    await wait(14 * MINUTE_MS)
    expect((await look(asker, selfie)).status).toBe(200)
    await wait(MINUTE_MS)
    expect(codes(await look(asker, selfie))).toEqual(NEEDED)
    const { data } = (await asker.get('/picture-requests')).body
    expect(data.at(-1)).toMatchObject({ id: body.id, status: 'over' })
    expect((await ask(asker, selfie)).body).toMatchObject({ status: 'waiting' })
  })

  it('what nobody answers within a day cannot be answered, and is asked for anew', async () => {
    const { selfie } = await decide()
    const { body } = await ask(asker, selfie)
    const [late] = await database.pictureRequests.listOpen(
      { tenantId, askedBy: asker.userId, subjectId: body.subject_id },
      test.deps.now(),
    )
    const after = new Date((late?.expiresOn.getTime() ?? 0) + 1)
    const given = { decision: 'allow', decidedBy: colleague.userId, expiresOn: after } as const
    expect(await database.pictureRequests.decide({ tenantId, id: body.id }, given, after)).toBe(false)
    const asked = { tenantId, askedBy: asker.userId, subjectId: body.subject_id }
    await database.pictureRequests.deleteOver(asked, { before: new Date(0), now: after })
    expect(await database.pictureRequests.get(tenantId, body.id)).toBeUndefined()
  })
})

describe('people who leave', () => {
  it('whoever allowed it and is removed, or sees no pictures any more, has allowed nothing', async () => {
    const [one, other] = [await decide(), await decide()]
    const [gone, demoted] = [await open('reviewer'), await open('reviewer')]
    await answer(gone, (await ask(asker, one.selfie)).body.id)
    await answer(demoted, (await ask(asker, other.selfie)).body.id)
    for (const { selfie } of [one, other]) expect((await look(asker, selfie)).status).toBe(200)
    expect((await admin.delete(`/users/${gone.userId}`)).status).toBe(204)
    expect((await admin.patch(`/users/${demoted.userId}`, { role: 'viewer' })).status).toBe(204)
    for (const { selfie } of [one, other]) expect(codes(await look(asker, selfie))).toEqual(NEEDED)
  })

  it('whoever asked and is removed leaves nothing to answer', async () => {
    const { selfie } = await decide()
    const leaver = await open('reviewer')
    const { body } = await ask(leaver, selfie)
    await admin.delete(`/users/${leaver.userId}`)
    expect(codes(await answer(colleague, body.id))).toEqual([404, 'not_found'])
    const { data } = (await colleague.get('/picture-requests')).body
    expect(data.map(({ id }: { id: string }) => id)).not.toContain(body.id)
  })
})

it("another partner's request and picture are unknown ones", async () => {
  const { selfie } = await decide()
  const { body } = await ask(asker, selfie)
  const other = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
  await database.tenants.setPictureAccess(other.tenantId, 'two_people')
  const stranger = await openConsole(test, 'admin', other.tenantId)
  expect(codes(await look(stranger, selfie))).toEqual([404, 'not_found'])
  expect(codes(await ask(stranger, selfie))).toEqual([404, 'not_found'])
  expect(codes(await answer(stranger, body.id))).toEqual([404, 'not_found'])
  expect((await stranger.get('/picture-requests')).body.data).toEqual([])
  expect(codes(await ask(asker, 'asst_x'))).toEqual([404, 'not_found'])
})

it('the rule counts in test mode as well, whose requests are its own', async () => {
  const { selfie } = await decide()
  const { body } = await ask(asker, selfie)
  await database.tenants.insertTest({ id: newId('testTenant'), name: 'Test', testOf: tenantId })
  const inTest = await colleague.get('/picture-requests', { [CONSOLE_MODE_HEADER]: 'test' })
  expect(inTest.body).toEqual({ picture_access: 'two_people', data: [] })
  const answered = await colleague.post(
    `/picture-requests/${body.id}`,
    { decision: 'allow' },
    { [CONSOLE_MODE_HEADER]: 'test' },
  )
  expect(codes(answered)).toEqual([404, 'not_found'])
})

it('where one person is enough nobody has to ask', async () => {
  await database.tenants.setPictureAccess(tenantId, 'one_person')
  const { selfie } = await decide()
  expect((await asker.get('/picture-requests')).body).toMatchObject({ picture_access: 'one_person' })
  expect((await look(asker, selfie)).status).toBe(200)
})
