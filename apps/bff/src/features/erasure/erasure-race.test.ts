import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer } from '../../storage/testing/create-empty-database.ts'
import { hasPostgres, type RunningPostgres } from '../../storage/testing/start-postgres.ts'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { APPROVED } from '../../testing/scripted-provider.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

const ENGINES = ['pglite', ...(hasPostgres() || process.env.CI ? ['postgres'] : [])] as const

/** So many people at once that their statements fall between one another's in every order. */
const PEOPLE = 8

describe.each(ENGINES)('an erasure and a capture of the same person at once, on %s', (engine) => {
  let server: RunningPostgres | undefined
  let test: TestApp
  let partner: ReturnType<typeof createPartnerClient>
  beforeAll(async () => {
    server = engine === 'postgres' ? await openTestServer() : undefined
    test = await createTestApp({}, server?.url)
    partner = createPartnerClient(test)
    test.provider.script(APPROVED)
  })
  afterAll(async () => {
    await test.close()
    await server?.stop()
  })

  const erasures = {
    applicant: ({ applicantId }: { applicantId: string }) => `/applicants/${applicantId}`,
    'face authentication': ({ authenticationId }: { authenticationId: string }) =>
      `/face-authentications/${authenticationId}`,
  }

  it.each(Object.entries(erasures))(
    'of the %s: neither fails, and nothing of the capture stays',
    async (_, toPath) => {
      const people = await Promise.all(
        Array.from({ length: PEOPLE }, async () => {
          const applicantId = await partner.createApplicant()
          await partner.enrol(applicantId)
          const attempt = await partner.startAttempt(await partner.startAuthentication(applicantId))
          const browser = createBrowserClient(test, attempt.token)
          await browser.session()
          await browser.consent()
          return { ...attempt, applicantId, browser }
        }),
      )
      const answers = await Promise.all(
        people.map((person) =>
          Promise.all([person.browser.upload(), partner.post(`${toPath(person)}/anonymize`, {})]),
        ),
      )
      for (const [upload, erasure] of answers) {
        expect(erasure.status).toBe(200)
        // Before the erasure, or told that the link is over.
        expect([200, 401, 409]).toContain(upload.status)
      }
      for (const { authenticationId, attemptId } of people) {
        const path = `/face-authentications/${authenticationId}`
        expect(['approved', 'inconclusive']).toContain((await partner.get(path)).body.status)
        expect((await partner.get(`${path}/attempts/${attemptId}/assets`)).body.total_count).toBe(0)
        expect((await partner.get(`${path}/erasure-receipt`)).body.completed_on).toEqual(expect.any(String))
        const row = await test.deps.database.attempts.find(test.partner.tenantId, attemptId)
        expect(row).toMatchObject({ ipAddress: null, uploadId: null })
      }
    },
  )
})
