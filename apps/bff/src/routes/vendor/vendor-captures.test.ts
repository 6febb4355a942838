import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startJobs } from '../../jobs/start-jobs.ts'
import { createProviderRegistry } from '../../providers/registry.ts'
import { followVendorCapture } from '../../services/follow-vendor-capture.ts'
import { settleDueAttempts } from '../../services/settle-due-attempts.ts'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { createScriptedProvider, VENDOR_DEFINITION } from '../../testing/scripted-provider.ts'
import {
  createScriptedVendor,
  type ScriptedVendor,
  VENDOR_SECRET,
  VENDOR_TOKEN,
} from '../../testing/scripted-vendor.ts'
import { createTestApp, fakeJpeg, PUBLIC_URL, type TestApp } from '../../testing/test-app.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const PATIENCE = { timeout: 20_000, interval: 50 }
const BACK = 'https://partner.example/back'

let test: TestApp
let vendor: ScriptedVendor
/** Takes pictures to compare with. */
let comparing: ScriptedVendor
let partner: ReturnType<typeof createPartnerClient>
let journeyId: string

beforeAll(async () => {
  vendor = createScriptedVendor()
  comparing = createScriptedVendor({ id: 'comparing-vendor', references: ['upload', 'vendor'] })
  const providers = createProviderRegistry(createScriptedProvider(), {
    definitions: [vendor.definition, comparing.definition, VENDOR_DEFINITION],
    toolsFor: () => ({
      now: () => new Date(),
      http: () => {
        throw new Error('never called')
      },
    }),
  })
  test = await createTestApp({ providers })
  partner = createPartnerClient(test)
})
beforeEach(async () => {
  Object.assign(vendor, { results: [{ kind: 'pending' }], isDown: false, started: [], calls: [], hints: [] })
  vendor.duringStart = async () => {}
  const journey = await partner.post('/user-journeys', {
    name: 'Vendor',
    provider: 'scripted-vendor',
    provider_settings: { api_key: VENDOR_SECRET },
    allowed_redirect_urls: [BACK],
  })
  journeyId = journey.body.id
})
afterAll(() => test.close())

const startAttempt = async (known?: string) => {
  const applicantId = await partner.createApplicant()
  await partner.post(`/applicants/${applicantId}/faces`, {
    provider: 'scripted-vendor',
    vendor_reference: 'their-name',
  })
  const input = { applicant_id: applicantId, user_journey_id: journeyId }
  const id: string = known ?? (await partner.post('/face-authentications', input)).body.id
  const attempt = await partner.post(`/face-authentications/${id}/attempts`, { redirect_url: BACK })
  const token = new URL(attempt.body._links.verification_url.href).hash.slice(1)
  return { id, applicantId, attemptId: attempt.body.id as string, token }
}

/** A person who has agreed, so that the vendor was asked for a capture. */
const begin = async () => {
  const attempt = await startAttempt()
  const browser = createBrowserClient(test, attempt.token)
  await browser.session()
  const { body } = await browser.consent()
  return { ...attempt, browser, next: body }
}
const wayBack = () => new URL(vendor.started.at(-1)?.returnUrl ?? '').pathname
const comeBack = async (path = wayBack()) => {
  const answer = await test.app.request(`${path}?id=theirs&event=approved&response_code=10000`)
  return { status: answer.status, location: answer.headers.get('location') ?? '' }
}
const notify = (
  session: string,
  { proof = VENDOR_SECRET, journey = journeyId, why = undefined as string | undefined } = {},
) =>
  test.app.request(`/vendor/scripted-vendor/${journey}`, {
    method: 'POST',
    headers: { 'x-proof': proof },
    body: JSON.stringify({ session, why }),
  })
const status = async (id: string) => {
  const { body } = await partner.get(`/face-authentications/${id}`)
  return [body.status, ...body.response_codes.map(({ code }: { code: number }) => code)].join(' ')
}
const follow = ({ attemptId }: { attemptId: string }, laterMs = 0) => {
  test.clock.skewMs += laterMs
  return followVendorCapture(test.deps, { tenantId: test.partner.tenantId, attemptId })
}
const read = (session = 'v-1') => vendor.calls.filter((call) => call === `read ${session}`).length

describe('a capture at a vendor', () => {
  it('begins when the person has agreed, once, and goes on after a reload', async () => {
    const attempt = await startAttempt()
    const browser = createBrowserClient(test, attempt.token)
    expect((await browser.session()).body).toMatchObject({
      capture_mode: 'redirect',
      consent_given: false,
      next: { next: 'capture' },
    })
    expect(vendor.started).toEqual([])
    const step = { next: 'redirect', url: `https://vendor.example/capture/v-1?token=${VENDOR_TOKEN}` }
    expect((await browser.consent()).body).toEqual(step)
    expect((await browser.session()).body).toMatchObject({ consent_given: true, next: step })
    expect((await browser.next()).body).toEqual(step)
    expect(vendor.started).toMatchObject([
      {
        attemptId: attempt.attemptId,
        applicant: { id: attempt.applicantId },
        references: [{ vendorReference: 'their-name' }],
        webhookUrl: `${PUBLIC_URL}/vendor/scripted-vendor/${journeyId}`,
        lifetimeS: 1800,
      },
    ])
  })

  it('is asked for by one of two who come together; the other waits', async () => {
    const { token } = await startAttempt()
    const browser = createBrowserClient(test, token)
    await browser.session()
    let second: unknown
    vendor.duringStart = async () => {
      second = (await browser.consent()).body
    }
    expect((await browser.consent()).body.next).toBe('redirect')
    expect(second).toEqual({ next: 'wait' })
    expect((await browser.next()).body.next).toBe('redirect')
    expect(vendor.started).toHaveLength(1)
  })

  it('needs a reference that this vendor can use', async () => {
    const applicant_id = await partner.createApplicant()
    await partner.enrol(applicant_id)
    const { body } = await partner.post('/face-authentications', { applicant_id, user_journey_id: journeyId })
    const attempt = await partner.post(`/face-authentications/${body.id}/attempts`, { redirect_url: BACK })
    const token = new URL(attempt.body._links.verification_url.href).hash.slice(1)
    expect(await createBrowserClient(test, token).session()).toMatchObject({
      status: 409,
      body: { code: 'REFERENCE_MISSING' },
    })
  })

  it('can be tried again when the vendor is down', async () => {
    const { id, token } = await startAttempt()
    const browser = createBrowserClient(test, token)
    await browser.session()
    vendor.isDown = true
    const down = { status: 503, body: { code: 'PROVIDER_UNAVAILABLE', retryable: true } }
    expect(await browser.consent()).toMatchObject(down)
    expect(await browser.session()).toMatchObject(down)
    expect(await status(id)).toBe('capture_in_progress')
    vendor.isDown = false
    expect((await browser.consent()).body.next).toBe('redirect')
  })

  it('is not kept when the attempt was replaced meanwhile', async () => {
    const { id, token } = await startAttempt()
    const browser = createBrowserClient(test, token)
    await browser.session()
    let replacement: Awaited<ReturnType<typeof startAttempt>> | undefined
    vendor.duringStart = async () => {
      vendor.duringStart = async () => {}
      replacement = await startAttempt(id)
    }
    expect(await browser.consent()).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
    expect(await status(id)).toBe('pending')
    expect(replacement?.attemptId).toBeDefined()
  })

  it('takes no picture of ours', async () => {
    const { browser } = await begin()
    expect(await browser.upload()).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
  })

  it('is told when the person leaves on our side', async () => {
    const { id, browser } = await begin()
    expect((await browser.abort('left')).body).toMatchObject({ next: 'done' })
    expect(vendor.calls).toEqual(['start v-1', 'cancel v-1'])
    expect(await status(id)).toBe('retry_required 61121')
  })
})

describe('the way back', () => {
  it('leads to the partner once the vendor has decided', async () => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    const { status: code, location } = await comeBack()
    expect(code).toBe(303)
    expect(location).toBe(`${BACK}?id=${id}&event=face_authentication_capture_completed`)
    expect(await status(id)).toBe('approved 10000')
  })

  it('leads to the waiting page, with a token of its own, while the vendor still checks', async () => {
    const { id, attemptId, browser } = await begin()
    vendor.results = [{ kind: 'checking' }]
    const { location } = await comeBack()
    expect(location).toMatch(new RegExp(`^${PUBLIC_URL}/verify/${attemptId}#${attemptId}[.][\\w-]{43}$`))
    expect(await status(id)).toBe('checks_in_progress')
    // The page it left may still be there: behind a new tab, or around a frame.
    expect((await browser.next()).body).toEqual({ next: 'wait' })
    const returned = createBrowserClient(test, new URL(location).hash.slice(1))
    expect((await returned.session()).body).toMatchObject({ link: 'open', next: { next: 'wait' } })
    vendor.results = [{ kind: 'declined', codes: [62321] }]
    test.clock.skewMs += 3000
    expect((await returned.next()).body).toMatchObject({
      next: 'done',
      redirect_url: expect.stringContaining(BACK),
    })
    expect(await status(id)).toBe('declined 62321')
  })

  it('believes nothing that stands in the address', async () => {
    const { id } = await begin()
    await comeBack()
    expect(await status(id)).toBe('capture_in_progress')
  })

  it('is no token, neither before it is used nor after', async () => {
    const { attemptId } = await begin()
    const [, nonce = ''] = wayBack().split('.')
    const asToken = createBrowserClient(test, `${attemptId}.${nonce}`)
    expect((await asToken.session()).status).toBe(401)
    await comeBack()
    expect((await asToken.session()).status).toBe(401)
  })

  it('works once: used again it changes nothing', async () => {
    const { id, attemptId } = await begin()
    await comeBack()
    const reads = read()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    expect(await comeBack()).toEqual({ status: 303, location: `${PUBLIC_URL}/verify/${attemptId}` })
    expect(read()).toBe(reads)
    expect(await status(id)).toBe('capture_in_progress')
    await notify('v-1')
    expect((await comeBack()).location).toContain(BACK)
  })

  it.each([
    ['forged', (state: string) => `${state.slice(0, -4)}AAAA`],
    [
      'another attempt named',
      (state: string) => state.replace(/^fatp_[a-z2-7]{26}/, `fatp_${'a'.repeat(26)}`),
    ],
    [
      'a longer life',
      (state: string) => state.replace(/\.(\d+)\./, (_, expires) => `.${Number(expires) + 1}.`),
    ],
    ['no signature', (state: string) => state.split('.').slice(0, 3).join('.')],
    ['more than there is', (state: string) => `${state}.x`],
    ['nothing', () => 'x'],
  ])('%s: changes nothing and leads nowhere', async (_, change) => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    const state = change(wayBack().slice('/return/'.length))
    expect(await comeBack(`/return/${state}`)).toEqual({
      status: 303,
      location: `${PUBLIC_URL}/verify/unknown`,
    })
    expect(read()).toBe(0)
    expect(await status(id)).toBe('capture_in_progress')
    expect((await comeBack()).location).toContain(BACK)
  })

  it('belongs to one attempt: that of another changes nothing here', async () => {
    const mine = await begin()
    const foreign = wayBack()
    const theirs = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await comeBack(foreign)
    expect(await status(mine.id)).toBe('approved 10000')
    expect(await status(theirs.id)).toBe('capture_in_progress')
  })

  it('runs out', async () => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    test.clock.skewMs += 73 * HOUR_MS
    expect((await comeBack()).location).toBe(`${PUBLIC_URL}/verify/unknown`)
    expect(await status(id)).not.toContain('approved')
  })

  it('waits for a vendor that is down', async () => {
    const { id, attemptId } = await begin()
    vendor.isDown = true
    expect((await comeBack()).location).toContain(`/verify/${attemptId}#`)
    vendor.isDown = false
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await follow({ attemptId }, MINUTE_MS)
    expect(await status(id)).toBe('approved 10000')
  })
})

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
    expect((await notify('v-1', { journey: test.partner.userJourneyId })).status).toBe(404)
    expect((await notify('v-1', { journey: `usj_${'a'.repeat(26)}` })).status).toBe(404)
    const other = await partner.post('/user-journeys', {
      name: 'Other',
      provider: 'scripted-vendor',
      provider_settings: { api_key: VENDOR_SECRET },
    })
    expect((await notify('v-1', { journey: other.body.id })).status).toBe(204)
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
    const answer = await test.app.request(`/vendor/scripted-vendor/${journeyId}`, {
      method: 'POST',
      headers,
      body,
    })
    expect(answer.status).toBe(413)
  })
})

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

describe('what the browser hands over', () => {
  it('is judged by the adapter', async () => {
    const { id, browser } = await begin()
    vendor.results = [{ kind: 'checking' }]
    expect((await browser.step({ done: true })).body).toEqual({ next: 'wait' })
    expect(await status(id)).toBe('checks_in_progress')
  })

  it('may say that the person gave up', async () => {
    const { id, browser } = await begin()
    expect((await browser.step('closed')).body).toMatchObject({ next: 'done' })
    expect(await status(id)).toBe('retry_required 61113')
    expect((await browser.step('closed')).body).toMatchObject({ next: 'done' })
  })

  it('is not taken before there is a capture, or where no vendor takes one', async () => {
    const { token } = await startAttempt()
    const browser = createBrowserClient(test, token)
    await browser.session()
    expect(await browser.step('x')).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
    const plain = createBrowserClient(test, (await partner.startAttempt()).token)
    await plain.session()
    expect(await plain.step('x')).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
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

  it('is not fetched for a journey that keeps no pictures', async () => {
    await partner.patch(`/user-journeys/${journeyId}`, { retention_days: 0 })
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
    expect((await partner.patch(`/user-journeys/${journeyId}`, change)).status).toBe(200)
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

it.each(['verify', 'frame'])('the page at /%s is opened to that vendor, and no further', async (page) => {
  const { attemptId } = await startAttempt()
  const { headers } = await test.app.request(`/${page}/${attemptId}`)
  const policy = headers.get('content-security-policy')?.split('; ')
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' https://cdn.vendor.example:8443")
  expect(policy).toContain('frame-src https://vendor.example')
  expect(policy).toContain("connect-src 'self'")
  expect(policy?.join()).not.toContain('*')
  expect(headers.get('permissions-policy')).toContain('camera=(self "https://vendor.example")')
  const plain = await partner.startAttempt()
  const other = await test.app.request(`/${page}/${plain.attemptId}`)
  expect(other.headers.get('content-security-policy')).not.toContain('vendor.example')
  expect(other.headers.get('permissions-policy')).toContain('camera=(self),')
})

it('a journey changes over to a vendor that compares pictures, and nobody has to enrol anew', async () => {
  const { body: journey } = await partner.post('/user-journeys', {
    name: 'Change over',
    provider: 'embedded',
    allowed_redirect_urls: [BACK],
  })
  const applicant_id = await partner.createApplicant()
  const picture = fakeJpeg(77)
  const face = await partner.enrol(applicant_id, picture)
  const change = { provider: 'comparing-vendor', provider_settings: { api_key: VENDOR_SECRET } }
  expect((await partner.patch(`/user-journeys/${journey.id}`, change)).status).toBe(200)

  const input = { applicant_id, user_journey_id: journey.id }
  const { body } = await partner.post('/face-authentications', input)
  const open = async () => {
    const path = `/face-authentications/${body.id}/attempts`
    const attempt = await partner.post(path, { redirect_url: BACK })
    return createBrowserClient(test, new URL(attempt.body._links.verification_url.href).hash.slice(1))
  }
  const browser = await open()
  await browser.session()
  expect((await browser.consent()).body.next).toBe('redirect')
  const [reference] = comparing.started[0]?.references ?? []
  expect(reference).toMatchObject({ faceId: face.body.id, picture: { mediaType: 'image/jpeg', bytes: 77 } })
  expect(await reference?.picture?.read()).toEqual(new Uint8Array(picture))
  const streamed = reference?.picture && (await buffer(reference.picture.stream()))
  expect(streamed).toEqual(Buffer.from(picture))

  await partner.delete(`/applicants/${applicant_id}/faces/${face.body.id}`)
  await expect(reference?.picture?.read()).rejects.toThrow('gone')
  expect((await (await open()).session()).body.code).toBe('REFERENCE_MISSING')
})

it('shows no credential to anyone and logs none', async () => {
  const { id, attemptId, browser, next } = await begin()
  vendor.results = [{ kind: 'checking' }]
  const seen = [
    JSON.stringify(await browser.session()),
    JSON.stringify(await browser.next()),
    JSON.stringify(await comeBack()),
    JSON.stringify((await partner.get(`/face-authentications/${id}`)).body),
    JSON.stringify((await partner.get(`/face-authentications/${id}/attempts/${attemptId}`)).body),
    JSON.stringify((await partner.get(`/user-journeys/${journeyId}`)).body),
  ].join()
  expect(seen).not.toContain(VENDOR_SECRET)
  expect(test.log.text.includes(VENDOR_SECRET)).toBe(false)
  expect(test.log.text.includes(VENDOR_TOKEN)).toBe(false)
  expect(next.url).toContain(VENDOR_TOKEN)
  const row = await test.deps.database.vendorCaptures.find(attemptId)
  const stored = Buffer.concat([row?.stateSealed ?? Buffer.of(), row?.stepSealed ?? Buffer.of()]).toString(
    'latin1',
  )
  expect(stored).not.toContain(VENDOR_SECRET)
  expect(stored).not.toContain(VENDOR_TOKEN)
  // The way back would work for whoever reads it there.
  expect(test.log.text.includes(wayBack())).toBe(false)
})
