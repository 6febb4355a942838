import { describe, expect, it } from 'vitest'
import { back, openCaptures } from '../../testing/open-captures.ts'
import { APPROVED, BLURRY, DECLINED } from '../../testing/scripted-provider.ts'
import { fakeJpeg } from '../../testing/test-app.ts'

const { test, partner, open } = await openCaptures()

const ATTEMPT = { redirect_url: 'https://partner.example/back?cart=7' }

describe('selfie', () => {
  it('of the right person approves, and the browser learns nothing of it', async () => {
    const { browser, read, readAttempt, authenticationId } = await open()
    const answer = await browser.upload()
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.body).toEqual({ next: 'done', redirect_url: back(authenticationId, 'capture_completed') })
    expect(await read()).toMatchObject({
      status: 'approved',
      response_codes: [{ code: 10000, summary: 'approved' }],
    })
    expect((await readAttempt()).status).toBe('completed')
  })

  it('is not written for a journey whose retention is 0 days', async () => {
    const path = `/user-journeys/${test.partner.userJourneyId}`
    await partner.patch(path, { retention_days: 0 })
    const stored = await test.deps.assets.list()
    const { browser, read, authenticationId, attemptId } = await open()
    await browser.upload()
    await partner.patch(path, { retention_days: 30 })
    expect(await read()).toMatchObject({ status: 'approved' })
    const assets = await partner.get(`/face-authentications/${authenticationId}/attempts/${attemptId}/assets`)
    expect(assets.body.total_count).toBe(0)
    // The reference of the face alone.
    expect(await test.deps.assets.list()).toHaveLength(stored.length + 1)
  })

  it('keeps what the browser measured with the picture, for the partner alone', async () => {
    const { browser, authenticationId, attemptId } = await open()
    const answer = await browser.upload(fakeJpeg(), { 'capture-quality': 'x49=88, x52=100, x5b=0' })
    expect(JSON.stringify(answer.body)).not.toContain('x49')
    const path = `/face-authentications/${authenticationId}/attempts/${attemptId}/assets`
    expect((await partner.get(path)).body.data).toMatchObject([{ quality: { x49: 88, x52: 100, x5b: 0 } }])
  })

  it.each([
    ['no dictionary', 'x49='],
    ['an unknown component', 'x41=90'],
    ['more than 100', 'x49=101'],
    ['less than 0', 'x49=-1'],
    ['a fraction', 'x49=88.5'],
    ['text', 'x49="88"'],
    ['a list', 'x49=(1 2)'],
    ['too much', `x49=88, ${'x49=88, '.repeat(200)}x49=88`],
  ])('is refused with a quality that is %s, and can be sent again', async (_, quality) => {
    const { browser } = await open()
    expect(await browser.upload(fakeJpeg(), { 'capture-quality': quality })).toMatchObject({
      status: 400,
      body: { code: 'PICTURE_QUALITY_INVALID', retryable: false },
    })
    expect((await browser.upload()).body).toMatchObject({ next: 'done' })
  })

  it('of another person declines with the same answer to the browser', async () => {
    test.provider.script(DECLINED)
    const { browser, read, authenticationId } = await open()
    expect((await browser.upload()).body).toEqual({
      next: 'done',
      redirect_url: back(authenticationId, 'capture_completed'),
    })
    expect(await read()).toMatchObject({ status: 'declined', response_codes: [{ code: 62321 }] })
  })

  it('that cannot be used is taken again, three times at most, and is not kept', async () => {
    test.provider.script(BLURRY)
    const before = (await test.deps.assets.list()).length
    const { browser, read, readAttempt, authenticationId } = await open()
    const kept = before + 1 // the enrolled face
    for (const _ of [1, 2]) {
      expect((await browser.upload()).body).toEqual({ next: 'retry', reasons: ['face_blurry'] })
      expect((await read()).status).toBe('capture_in_progress')
    }
    expect((await browser.upload()).body).toEqual({
      next: 'done',
      redirect_url: back(authenticationId, 'checks_inconclusive', 61401),
    })
    expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code: 61401 }] })
    expect((await readAttempt()).status).toBe('checks_inconclusive')
    expect(await test.deps.assets.list()).toHaveLength(kept)
    expect((await partner.startAttempt(authenticationId)).attemptId).toMatch(/^fatp_/)
  })

  it('then a good one still counts', async () => {
    test.provider.script(BLURRY, APPROVED)
    const { browser, read } = await open()
    await browser.upload()
    await browser.upload()
    expect((await read()).status).toBe('approved')
  })

  it('a provider that is down keeps everything as it was', async () => {
    test.provider.script('down', APPROVED)
    const { browser, read } = await open()
    expect(await browser.upload()).toMatchObject({
      status: 503,
      body: { code: 'PROVIDER_UNAVAILABLE', retryable: true },
    })
    expect((await read()).status).toBe('capture_in_progress')
    expect((await browser.upload()).body.next).toBe('done')
  })

  it('needs consent', async () => {
    const { browser, read } = await open({ consent: false })
    expect(await browser.upload()).toMatchObject({ status: 409, body: { code: 'CONSENT_REQUIRED' } })
    expect((await read()).status).toBe('capture_in_progress')
  })

  it.each([
    ['GIF', new TextEncoder().encode('GIF89a…')],
    ['nothing', new Uint8Array()],
    ['one byte', new Uint8Array([0xff])],
    ['HTML that says it is a JPEG', new TextEncoder().encode('<!doctype html>')],
  ])('%s: 415', async (_, picture) => {
    const { browser } = await open()
    expect(await browser.upload(picture)).toMatchObject({
      status: 415,
      body: { code: 'IMAGE_TYPE_UNSUPPORTED' },
    })
  })

  it('5 MB pass, one byte more is stopped without reading on', async () => {
    const most = 5 * 1024 * 1024
    const fits = await open()
    expect((await fits.browser.upload(fakeJpeg(most))).status).toBe(200)

    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const chunk = fakeJpeg(64 * 1024)
        sent += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    const tooLarge = await open()
    const answer = await tooLarge.browser.upload(endless)
    expect(answer).toMatchObject({ status: 413, body: { code: 'IMAGE_TOO_LARGE' } })
    expect(sent).toBeLessThan(most + 1024 * 1024)
    expect((await tooLarge.browser.upload()).body.next).toBe('done')
  })

  it('is checked while it is compared, and no other attempt throws it away', async () => {
    const { browser, read, readAttempt, authenticationId } = await open()
    const path = `/face-authentications/${authenticationId}`
    const listed = async (status: string) => {
      const { body } = await partner.get(`/face-authentications?status=${status}&limit=100`)
      return body.data.some(({ id }: { id: string }) => id === authenticationId)
    }
    const seen: unknown[] = []
    test.provider.duringVerify = async () => {
      seen.push((await read()).status, (await readAttempt()).status)
      seen.push((await partner.get(`${path}/attempts`)).body.data[0].status)
      seen.push(await listed('checks_in_progress'), await listed('capture_in_progress'))
      const { status, body } = await partner.post(`${path}/attempts`, ATTEMPT)
      seen.push(status, body.error_codes)
    }
    expect((await read()).status).toBe('capture_in_progress')
    expect((await browser.upload()).body.next).toBe('done')
    const checked = ['checks_in_progress', 'checks_in_progress', 'checks_in_progress']
    expect(seen).toEqual([...checked, true, false, 409, ['attempt_not_allowed']])
    expect(await read()).toMatchObject({ status: 'approved' })
    expect(await listed('checks_in_progress')).toBe(false)
  })

  it.each([
    ['was of no use', BLURRY, 200],
    ['found the provider down', 'down', 503],
  ] as const)('whose comparison %s is in the way of no other attempt', async (_, outcome, status) => {
    test.provider.script(outcome)
    const { browser, readAttempt, authenticationId } = await open()
    expect((await browser.upload()).status).toBe(status)
    expect((await readAttempt()).status).toBe('capture_in_progress')
    expect((await partner.startAttempt(authenticationId)).attemptId).toMatch(/^fatp_/)
  })

  it('whose process died in the comparison is not checked for ever', async () => {
    const { browser, read, authenticationId } = await open()
    const statuses: string[] = []
    test.provider.duringVerify = async () => {
      test.clock.skewMs += 59_000
      statuses.push((await read()).status)
      test.clock.skewMs += 1001
      statuses.push((await read()).status)
      await partner.startAttempt(authenticationId)
    }
    expect(await browser.upload()).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
    expect(statuses).toEqual(['checks_in_progress', 'capture_in_progress'])
    expect((await read()).status).toBe('pending')
  })

  it('that was there in time is decided, whatever time it is by then', async () => {
    const { browser, read } = await open()
    test.clock.skewMs += 30 * 60_000 - 5000
    test.provider.duringVerify = async () => {
      test.clock.skewMs += 20_000
      expect((await read()).status).toBe('checks_in_progress')
    }
    expect((await browser.upload()).body.next).toBe('done')
    expect((await read()).status).toBe('approved')
  })

  it('is not compared when another attempt was opened while it was on its way', async () => {
    const { browser, authenticationId } = await open()
    const compared = test.provider.verified
    const slow = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await partner.startAttempt(authenticationId)
        controller.enqueue(fakeJpeg())
        controller.close()
      },
    })
    expect(await browser.upload(slow)).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
    expect(test.provider.verified).toBe(compared)
  })

  it('the newest of two wins', async () => {
    const { browser, read } = await open()
    let second: Promise<unknown> | undefined
    test.provider.duringVerify = async () => {
      test.provider.duringVerify = async () => {}
      second = browser.upload()
      await second
    }
    expect((await browser.upload()).status).toBe(409)
    expect(await second).toMatchObject({ status: 200, body: { next: 'done' } })
    expect(await read()).toMatchObject({ status: 'approved' })
  })

  it('that arrives after the person left changes nothing', async () => {
    const { browser, read } = await open()
    test.provider.duringVerify = async () => {
      await browser.abort('left')
    }
    expect((await browser.upload()).status).toBe(409)
    expect((await read()).status).toBe('retry_required')
  })

  it('after the end: 409, and no second comparison', async () => {
    const { browser, read } = await open()
    await browser.upload()
    const compared = test.provider.verified
    expect(await browser.upload()).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
    expect(test.provider.verified).toBe(compared)
    expect((await read()).status).toBe('approved')
  })
})
