import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startJobs } from '../../../jobs/start-jobs.ts'
import { fakeVideo } from '../../../testing/fake-video.ts'
import { openVendorCaptures } from '../../../testing/open-vendor-captures.ts'
import { VENDOR_SECRET } from '../../../testing/scripted-vendor.ts'
import { settleDueAttempts } from '../../authentications/settle-due-attempts.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const PATIENCE = { timeout: 20_000, interval: 50 }

const { test, partner, vendor, journey, begin, notify, status, follow, read } = await openVendorCaptures()

describe('without anyone coming back', () => {
  it('a lost webhook is made up for', async () => {
    const attempt = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await follow(attempt)
    expect(read()).toBe(0)
    await follow(attempt, 31_000)
    expect(await status(attempt.id)).toBe('approved 10000')
  })

  it.each([
    ['cancelled', { kind: 'cancelled', codes: [61113] }, 'retry_required 61113'],
    ['refused', { kind: 'refused', codes: [63001] }, 'refused 63001'],
    ['expired', { kind: 'expired' }, 'retry_required 61121'],
    ['spoofed', { kind: 'declined', codes: [62305] }, 'declined 62305'],
    ['inconclusive', { kind: 'inconclusive', codes: [61410] }, 'retry_required 61410'],
    ['unknown', { kind: 'unknown' }, 'capture_in_progress'],
  ] as const)('%s is noticed', async (_, result, expected) => {
    const attempt = await begin()
    vendor.results = [result]
    await follow(attempt, 31_000)
    expect(await status(attempt.id)).toBe(expected)
  })

  it('a vendor that is down is asked again later', async () => {
    const attempt = await begin()
    vendor.isDown = true
    await expect(follow(attempt, 31_000)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    vendor.isDown = false
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await follow(attempt, 31_000)
    expect(await status(attempt.id)).toBe('approved 10000')
  })

  it('a verdict that never comes ends the attempt, not the face authentication', async () => {
    const attempt = await begin()
    vendor.results = [{ kind: 'checking' }]
    await follow(attempt, 31_000)
    expect(await status(attempt.id)).toBe('checks_in_progress')
    vendor.results = [{ kind: 'unknown' }]
    await follow(attempt, 71 * HOUR_MS)
    expect(await status(attempt.id)).toBe('checks_in_progress')
    await follow(attempt, 2 * HOUR_MS)
    expect(await status(attempt.id)).toBe('retry_required 61901')
  })

  it('a verdict that cannot even be asked for any more ends the attempt as well', async () => {
    const attempt = await begin()
    vendor.results = [{ kind: 'checking' }]
    await follow(attempt, 31_000)
    const { hosted: _, ...provider } = test.deps.providers.get(
      'scripted-vendor',
      { api_key: VENDOR_SECRET },
      test.partner.tenantId,
    )
    const get = vi.spyOn(test.deps.providers, 'get').mockReturnValue(provider)
    onTestFinished(() => get.mockRestore())
    await expect(follow(attempt, 31_000)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    await follow(attempt, 73 * HOUR_MS)
    expect(await status(attempt.id)).toBe('retry_required 61901')
  })

  it('a person who never comes back from the vendor has left', async () => {
    const attempt = await begin()
    test.clock.skewMs += 41 * MINUTE_MS
    await settleDueAttempts(test.deps)
    expect(await status(attempt.id)).toBe('retry_required 61121')
    await follow(attempt)
    expect(vendor.calls).toEqual(['start v-1', 'cancel v-1'])
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await notify('v-1')
    expect(await status(attempt.id)).toBe('retry_required 61121')
  })

  it('the vendor is not asked more often than it likes, however often the page asks', async () => {
    const { browser } = await begin()
    for (let count = 0; count < 5; count += 1) await browser.next()
    expect(read()).toBe(0)
    test.clock.skewMs += 2001
    for (let count = 0; count < 5; count += 1) await browser.next()
    expect(read()).toBe(1)
  })
})

describe('what a vendor holds', () => {
  const decide = async () => {
    const attempt = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000], riskLabels: ['multiple_faces_detected'] }]
    await notify('v-1')
    return attempt
  }

  it('is listed among the assets of the attempt', async () => {
    const { id, attemptId } = await decide()
    const path = `/face-authentications/${id}/attempts/${attemptId}/assets`
    expect((await partner.get(path)).body.total_count).toBe(0)
    await follow({ attemptId })
    expect((await partner.get(path)).body).toMatchObject({ total_count: 1, data: [{ type: 'face_image' }] })
    const { body } = await partner.get(`/face-authentications/${id}`)
    expect(body.face.image_signed_url).toContain('/assets/')
    expect(body.risk_labels).toEqual(['multiple_faces_detected'])
    await follow({ attemptId })
    expect((await partner.get(path)).body.total_count).toBe(1)
  })

  it('is listed with its videos where the journey keeps some', async () => {
    const path = `/user-journeys/${journey.id}`
    await partner.patch(path, { face_video: true, liveness_evidence_days: 7 })
    const { id, attemptId } = await decide()
    await follow({ attemptId })
    await partner.patch(path, { face_video: false, liveness_evidence_days: 0 })
    const { body } = await partner.get(`/face-authentications/${id}/attempts/${attemptId}/assets`)
    expect(body.data.map(({ type }: { type: string }) => type).toSorted()).toEqual([
      'face_image',
      'face_video',
    ])
    const video = body.data.find(({ type }: { type: string }) => type === 'face_video')
    const { pathname, search } = new URL(video._links.asset_url.href)
    const answer = await test.app.request(`${pathname}${search}`)
    expect(answer.headers.get('content-type')).toBe('video/webm')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(fakeVideo())
    const { body: authentication } = await partner.get(`/face-authentications/${id}`)
    expect(authentication.face.image_signed_url).not.toContain(pathname)
  })

  it('is not fetched for a journey that keeps no pictures', async () => {
    await partner.patch(`/user-journeys/${journey.id}`, { retention_days: 0 })
    const { attemptId } = await decide()
    await follow({ attemptId })
    expect(vendor.calls).not.toContain('media v-1')
  })

  it('is erased there too; the receipt is complete only then', async () => {
    const { id, attemptId } = await decide()
    await follow({ attemptId })
    await partner.post(`/face-authentications/${id}/anonymize`, {})
    const receipt = async () => (await partner.get(`/face-authentications/${id}/erasure-receipt`)).body
    expect(await receipt()).toMatchObject({
      erased: expect.arrayContaining([{ kind: 'vendor_capture', count: 1 }]),
    })
    expect((await receipt()).completed_on).toBe(undefined)
    vendor.isDown = true
    await expect(follow({ attemptId })).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect((await receipt()).completed_on).toBe(undefined)
    vendor.isDown = false
    await follow({ attemptId }, 11 * MINUTE_MS)
    expect(vendor.calls.filter((call) => call === 'erase v-1')).toHaveLength(1)
    expect((await receipt()).completed_on).toEqual(expect.any(String))
    expect(await test.deps.database.vendorCaptures.find(attemptId)).toBe(undefined)
  })

  it('can still be read and erased when the journey has changed over to another vendor', async () => {
    const attempt = await begin()
    const change = { provider: 'vendor', provider_settings: { other: 'x' } }
    expect((await partner.patch(`/user-journeys/${journey.id}`, change)).status).toBe(200)
    vendor.results = [{ kind: 'checking' }]
    expect((await notify('v-1')).status).toBe(204)
    expect(await status(attempt.id)).toBe('checks_in_progress')
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await follow(attempt, 31_000)
    expect(await status(attempt.id)).toBe('approved 10000')
    await partner.post(`/applicants/${attempt.applicantId}/anonymize`, {})
    await follow(attempt)
    expect(vendor.calls).toContain('erase v-1')
  })
})

it('is followed by the jobs of the server', async () => {
  await startJobs(test.deps)
  const { id, attemptId } = await begin()
  vendor.results = [{ kind: 'approved', codes: [10000] }]
  await notify('v-1')
  const path = `/face-authentications/${id}/attempts/${attemptId}/assets`
  await vi.waitFor(async () => expect((await partner.get(path)).body.total_count).toBe(1), PATIENCE)
  await partner.post(`/face-authentications/${id}/anonymize`, {})
  await vi.waitFor(async () => {
    expect(await test.deps.database.vendorCaptures.find(attemptId)).toBe(undefined)
  }, PATIENCE)
  expect(vendor.calls).toEqual(expect.arrayContaining(['media v-1', 'erase v-1']))
  await test.deps.database.queue.stop()
})
