import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer } from '../../../storage/testing/create-empty-database.ts'
import { hasPostgres, type RunningPostgres } from '../../../storage/testing/start-postgres.ts'
import { createPartnerClient } from '../../../testing/clients.ts'
import { openConsole } from '../../../testing/console-client.ts'
import { createTestApp, type TestApp } from '../../../testing/test-app.ts'

const ENGINES = ['pglite', ...(hasPostgres() || process.env.CI ? ['postgres'] : [])] as const

/** So often that the statements of two fall between one another's in every order. */
const TIMES = 12

describe.each(ENGINES)('requests for pictures at the same time, on %s', (engine) => {
  let server: RunningPostgres | undefined
  let test: TestApp
  type Client = Awaited<ReturnType<typeof openConsole>>
  let asker: Client
  let colleagues: [Client, Client, Client]
  beforeAll(async () => {
    server = engine === 'postgres' ? await openTestServer() : undefined
    test = await createTestApp({}, server?.url)
    asker = await openConsole(test, 'reviewer')
    const open = () => openConsole(test, 'admin')
    colleagues = [await open(), await open(), await open()]
    await test.deps.database.tenants.setPictureAccess(test.partner.tenantId, 'two_people')
  })
  afterAll(async () => {
    await test.close()
    await server?.stop()
  })

  const decide = async () => {
    const partner = createPartnerClient(test)
    const applicantId = await partner.createApplicant({})
    await partner.enrol(applicantId)
    const { authenticationId } = await partner.finishAttempt(applicantId)
    const { body } = await asker.get(`/face-authentications/${authenticationId}`)
    const [[picture]] = body.attempts.map(({ pictures }: { pictures: { id: string }[] }) => pictures)
    return { selfie: picture.id as string, reference: body.references[0].pictures[0].id as string }
  }

  it('one of two answers counts, one entry says so, and a look goes by it', async () => {
    const { selfie } = await decide()
    for (let time = 0; time < TIMES; time += 1) {
      const { body } = await asker.post('/picture-requests', { picture_id: selfie, reason: 'review' })
      const answers = await Promise.all(
        colleagues.map((colleague, index) =>
          colleague.post(`/picture-requests/${body.id}`, { decision: index % 2 ? 'allow' : 'refuse' }),
        ),
      )
      const [won, ...others] = answers.toSorted((a, b) => a.status - b.status)
      expect([won?.status, ...others.map(({ body: { error_codes: codes } }) => codes)]).toEqual([
        200,
        ['picture_request_closed'],
        ['picture_request_closed'],
      ])
      const { data } = (await colleagues[0].get(`/audit-events?subject_id=${selfie}&limit=2`)).body
      const action = won?.body.status === 'allowed' ? 'picture.allow' : 'picture.refuse'
      expect(data.map((entry: { action: string }) => entry.action)).toEqual([action, 'picture.ask'])
      if (action === 'picture.allow') return expect((await asker.get(`/pictures/${selfie}`)).status).toBe(200)
      expect((await asker.get(`/pictures/${selfie}`)).status).toBe(403)
    }
  })

  it('two questions of one person about one applicant are one', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const { selfie, reference } = await decide()
      const asked = await Promise.all(
        [selfie, reference, selfie, reference].map((id) =>
          asker.post('/picture-requests', { picture_id: id, reason: 'review' }),
        ),
      )
      expect(asked.map(({ status }) => status)).toEqual([201, 201, 201, 201])
      expect(new Set(asked.map(({ body }) => body.id)).size).toBe(1)
    }
  })

  it('an answer of somebody who is removed meanwhile opens nothing', async () => {
    const [admin] = colleagues
    for (let time = 0; time < TIMES; time += 1) {
      const { selfie } = await decide()
      const { body } = await asker.post('/picture-requests', { picture_id: selfie, reason: 'review' })
      const leaver = await openConsole(test, 'reviewer')
      const [answer, removal] = await Promise.all([
        leaver.post(`/picture-requests/${body.id}`, { decision: 'allow' }),
        admin.delete(`/users/${leaver.userId}`),
      ])
      expect(removal.status).toBe(204)
      // Before the removal, or told that they are nobody any more.
      expect([200, 401]).toContain(answer.status)
      expect((await asker.get(`/pictures/${selfie}`)).status).toBe(403)
    }
  })
})
