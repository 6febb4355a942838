import { describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { openCaptures } from '../../testing/open-captures.ts'
import { fakeJpeg } from '../../testing/test-app.ts'

const { test, partner, open } = await openCaptures()
const REPLAYED = {
  status: 'declined',
  response_codes: [{ code: 62902, summary: 'replayed' }],
  risk_labels: ['replayed'],
}

describe('a picture that is already here', () => {
  it('as a capture of somebody else is declined, and the browser learns nothing of it', async () => {
    const picture = fakeJpeg()
    const first = await open()
    const answer = await first.browser.upload(picture)
    const second = await open()
    const again = await second.browser.upload(picture)
    expect(again.status).toBe(200)
    expect(Object.keys(again.body)).toEqual(Object.keys(answer.body))
    expect((await first.read()).status).toBe('approved')
    expect(await second.read()).toMatchObject(REPLAYED)
    const attempt = await test.deps.database.attempts.find(test.partner.tenantId, second.attemptId)
    expect(attempt?.checkResults).toEqual({ replay: { outcome: 'failed', score: null } })
  })

  it('as the reference is declined, and counts towards the lockout', async () => {
    const picture = fakeJpeg()
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId, picture)
    const attempt = await partner.startAttempt(await partner.startAuthentication(applicantId))
    const browser = createBrowserClient(test, attempt.token)
    await browser.session()
    await browser.consent()
    await browser.upload(picture)
    expect((await partner.get(`/face-authentications/${attempt.authenticationId}`)).body).toMatchObject(
      REPLAYED,
    )
    expect((await partner.get(`/applicants/${applicantId}/lockout`)).body.declines).toHaveLength(1)
  })

  it('is known by its pixels where its bytes differ', async () => {
    const { enrol } = test.provider
    const print = Uint8Array.from({ length: 17 * 16 }, (_, index) => 40 + ((index * 37) % 150))
    test.provider.enrol = async (...input) => {
      const outcome = await enrol?.(...input)
      if (outcome?.kind !== 'enrolled') throw new Error('no outcome')
      return { ...outcome, print }
    }
    const { verify } = test.provider
    for (const [change, status] of [
      [0, 'declined'],
      [1, 'approved'],
    ] as const) {
      test.provider.verify = async (...input) => {
        const outcome = await verify?.(...input)
        if (outcome?.kind !== 'approved') throw new Error('no outcome')
        return { ...outcome, print: print.map((grey) => grey + change) }
      }
      const { browser, read } = await open()
      await browser.upload()
      expect((await read()).status).toBe(status)
    }
    Object.assign(test.provider, { enrol, verify })
  })

  it('is known however many newer ones share a part of it', async () => {
    const { verify } = test.provider
    // Flat rows above, as of a white wall; what differs is below.
    const onWall = (seed: number) =>
      Uint8Array.from({ length: 17 * 16 }, (_, index) => (index < 17 * 8 ? 250 : 40 + ((index * seed) % 150)))
    const see = (print: Uint8Array) => {
      test.provider.verify = async (...input) => {
        const outcome = await verify?.(...input)
        if (outcome?.kind !== 'approved') throw new Error('no outcome')
        return { ...outcome, print }
      }
    }
    const capture = async (print: Uint8Array, picture?: Uint8Array<ArrayBuffer>) => {
      see(print)
      const { browser, read } = await open()
      await browser.upload(picture)
      return (await read()).status
    }
    const picture = fakeJpeg()
    expect(await capture(onWall(37), picture)).toBe('approved')
    for (let seed = 38; seed < 38 + 52; seed += 1) await capture(onWall(seed))
    expect(await capture(onWall(37))).toBe('declined')
    expect(await capture(new Uint8Array(17 * 16), picture)).toBe('declined')
    Object.assign(test.provider, { verify })
  })

  it('is taken where the journey does not look', async () => {
    const path = `/user-journeys/${test.partner.userJourneyId}`
    await partner.patch(path, { replay_check: 'off' })
    const picture = fakeJpeg()
    for (const _ of [1, 2]) {
      const { browser, read } = await open()
      await browser.upload(picture)
      expect((await read()).status).toBe('approved')
    }
    await partner.patch(path, { replay_check: 'refuse' })
  })
})
