import { describe, expect, it } from 'vitest'
import { openVendorCaptures } from '../../../testing/open-vendor-captures.ts'
import { VENDOR_SECRET } from '../../../testing/scripted-vendor.ts'

const { test, partner, vendor, journey, begin, notify, status, read } = await openVendorCaptures()

describe("a vendor's webhook", () => {
  it('makes the vendor be asked, and hands on what only it tells', async () => {
    const { id } = await begin()
    vendor.results = [{ kind: 'declined', codes: [62305] }]
    expect((await notify('v-1', { why: 'FAKE_FACE' })).status).toBe(204)
    expect(vendor.hints).toEqual(['FAKE_FACE'])
    expect(await status(id)).toBe('declined 62305')
  })

  it('twice, late and out of order changes nothing', async () => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    for (let count = 0; count < 3; count += 1) expect((await notify('v-1')).status).toBe(204)
    vendor.results = [{ kind: 'checking' }, { kind: 'declined', codes: [62321] }]
    await notify('v-1')
    await notify('v-1')
    expect(await status(id)).toBe('approved 10000')
    expect(read()).toBe(1)
    const { body } = await partner.get('/events?limit=100')
    const own = body.data.filter(
      (event: { data: { face_authentication_id: string } }) => event.data.face_authentication_id === id,
    )
    expect(
      own.map((event: { type: string }) => event.type.slice('face_authentication_'.length)).reverse(),
    ).toEqual(['created', 'opened', 'started', 'capture_completed', 'checks_completed'])
  })

  it('makes the vendor be asked once, sent again two hundred times or not; another one does again', async () => {
    const { id } = await begin()
    const answers = await Promise.all(Array.from({ length: 200 }, () => notify('v-1')))
    expect([...new Set(answers.map((answer) => answer.status))]).toEqual([204])
    expect(read()).toBe(1)
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    expect((await notify('v-1', { why: 'NEWS' })).status).toBe(204)
    expect(await status(id)).toBe('approved 10000')
  })

  it('without proof is refused and changes nothing', async () => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    expect((await notify('v-1', { proof: 'guessed' })).status).toBe(401)
    expect(read()).toBe(0)
    expect(await status(id)).toBe('capture_in_progress')
  })

  it('about nothing we know is taken and forgotten; at no journey of that vendor there is nothing', async () => {
    await begin()
    expect((await notify('v-99')).status).toBe(204)
    expect((await notify('v-1', { journeyId: test.partner.userJourneyId })).status).toBe(404)
    expect((await notify('v-1', { journeyId: `usj_${'a'.repeat(26)}` })).status).toBe(404)
    const other = await partner.post('/user-journeys', {
      name: 'Other',
      provider: 'scripted-vendor',
      provider_settings: { api_key: VENDOR_SECRET },
    })
    expect((await notify('v-1', { journeyId: other.body.id })).status).toBe(204)
    expect(read()).toBe(0)
  })

  it('is wanted again when the vendor cannot be asked', async () => {
    const { id } = await begin()
    vendor.isDown = true
    expect((await notify('v-1')).status).toBe(503)
    vendor.isDown = false
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    expect((await notify('v-1')).status).toBe(204)
    expect(await status(id)).toBe('approved 10000')
  })

  it('that is too large is not read', async () => {
    const { headers, body } = { headers: { 'x-proof': VENDOR_SECRET }, body: 'x'.repeat(300_000) }
    const answer = await test.app.request(`/vendor/scripted-vendor/${journey.id}`, {
      method: 'POST',
      headers,
      body,
    })
    expect(answer.status).toBe(413)
  })
})
