import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../app.ts'
import { createProviderRegistry } from '../../../providers/registry.ts'
import { createBrowserClient, createPartnerClient } from '../../../testing/clients.ts'
import { BACK, openVendorCaptures } from '../../../testing/open-vendor-captures.ts'
import { createScriptedProvider } from '../../../testing/scripted-provider.ts'
import { createScriptedVendor, VENDOR_SECRET, VENDOR_TOKEN } from '../../../testing/scripted-vendor.ts'
import { fakeJpeg, PUBLIC_URL } from '../../../testing/test-app.ts'

const { test, partner, vendor, comparing, journey, startAttempt, begin, wayBack, comeBack, status } =
  await openVendorCaptures()

const NO_WAY_OUT = () => ({
  now: () => new Date(),
  http: () => {
    throw new Error('never called')
  },
})

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
        webhookUrl: `${PUBLIC_URL}/vendor/scripted-vendor/${journey.id}`,
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
    const { body } = await partner.post('/face-authentications', {
      applicant_id,
      user_journey_id: journey.id,
    })
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

  it.each(['off', 'gone'])('approves nobody by a face that is %s by now', async (how) => {
    const { id, applicantId, browser } = await begin()
    const [face] = (await partner.get(`/applicants/${applicantId}/faces`)).body.data
    const path = `/applicants/${applicantId}/faces/${face.id}`
    await (how === 'off' ? partner.patch(path, { status: 'DISABLED' }) : partner.delete(path))
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    test.clock.skewMs += 3000
    expect((await browser.next()).body.next).toBe('done')
    expect(await status(id)).toBe('retry_required 61901')
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

describe('what the browser hands over', () => {
  it('is read by the adapter', async () => {
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

it.each(['verify', 'frame'])('the page at /%s is opened to that vendor, and no further', async (page) => {
  const { attemptId } = await startAttempt()
  const answer = await test.app.request(`/${page}/${attemptId}`)
  const { headers } = answer
  // Whom the vendor looks at needs no engine here.
  expect(await answer.text()).not.toContain('visavis-engine')
  const policy = headers.get('content-security-policy')?.split('; ')
  // Scripts of vendors have a document of their own: nothing of theirs is loaded into the page.
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(policy).toContain('frame-src https://vendor.example')
  expect(policy).toContain("connect-src 'self'")
  expect(policy?.join()).not.toContain('*')
  expect(headers.get('permissions-policy')).toContain('camera=(self "https://vendor.example")')
  const plain = await partner.startAttempt()
  const other = await test.app.request(`/${page}/${plain.attemptId}`)
  expect(other.headers.get('content-security-policy')).not.toContain('vendor.example')
  expect(other.headers.get('permissions-policy')).toContain('camera=(self),')
})

it('the frame of the vendor, which says nothing of embedders, asks the page around it for nothing', async () => {
  const { attemptId } = await startAttempt()
  const { headers } = await test.app.request(`/frame/${attemptId}`)
  expect(headers.get('cross-origin-embedder-policy')).toBeNull()
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

it.each([
  ['the embedded engine', { provider: 'embedded' }],
  ['another vendor', { provider: 'comparing-vendor', provider_settings: { api_key: 'x' } }],
])('who is at a vendor stays there when the journey changes over to %s', async (_, change) => {
  const { attemptId, browser, next } = await begin()
  expect((await partner.patch(`/user-journeys/${journey.id}`, change)).status).toBe(200)
  test.clock.skewMs += 3000
  expect((await browser.next()).body).toEqual(next)
  expect((await browser.session()).body).toMatchObject({ consent_given: true, next })
  const { headers } = await test.app.request(`/verify/${attemptId}`)
  expect(headers.get('content-security-policy')).toContain('frame-src https://vendor.example')
  vendor.results = [{ kind: 'approved', codes: [10000] }]
  test.clock.skewMs += 3000
  expect((await browser.next()).body.next).toBe('done')
  // The vendor that decided, not the one the journey names by now.
  const decisions = await test.deps.database.decisions.list(test.partner.tenantId, 0, 100)
  expect(decisions.find((decision) => decision.attemptId === attemptId)?.modelId).toBe('scripted-vendor')
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
    JSON.stringify((await partner.get(`/user-journeys/${journey.id}`)).body),
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

describe('the document of a vendor’s script', () => {
  const SDK_STEP = {
    next: 'vendor_sdk',
    sdk: 'onfido',
    script_url: 'https://cdn.vendor.example:8443/sdk.js',
    options: { token: 'for-this-capture' },
  } as const
  const open = async (scriptUrl: string = SDK_STEP.script_url) => {
    const scripted = createScriptedVendor({
      capture: 'vendor-sdk',
      step: { ...SDK_STEP, script_url: scriptUrl },
    })
    scripted.scriptOrigin = new URL(scriptUrl).origin
    const providers = createProviderRegistry(createScriptedProvider(), {
      definitions: [scripted.definition],
      toolsFor: NO_WAY_OUT,
    })
    const app = createApp({ ...test.deps, providers })
    const sdk = createPartnerClient({ ...test, app })
    const { body } = await sdk.post('/user-journeys', {
      name: 'Script',
      provider: 'scripted-vendor',
      provider_settings: { api_key: VENDOR_SECRET },
      allowed_redirect_urls: [BACK],
      allowed_frame_origins: ['https://shop.example'],
    })
    const applicantId = await sdk.createApplicant()
    await sdk.post(`/applicants/${applicantId}/faces`, { provider: 'scripted-vendor', vendor_reference: 'x' })
    const { body: started } = await sdk.post('/face-authentications', {
      applicant_id: applicantId,
      user_journey_id: body.id,
    })
    const { body: attempt } = await sdk.post(`/face-authentications/${started.id}/attempts`, {
      redirect_url: BACK,
    })
    const token = new URL(attempt._links.verification_url.href).hash.slice(1)
    const browser = createBrowserClient({ ...test, app }, token)
    await browser.session()
    const label = attempt.id.replace('fatp_', '')
    const ask = (origin: string, path: string) => app.request(`${origin}${path}`)
    return { id: attempt.id as string, token, browser, ask, own: `http://${label}.localhost:8787` }
  }

  it('is at an origin of that capture, gets its step and never the token, and nothing else is there', async () => {
    const { id, token, browser, ask, own } = await open()
    const { body } = await browser.consent()
    expect(body).toEqual({ ...SDK_STEP, frame_url: `${own}/vendor-script/${id}` })
    expect(JSON.stringify(body)).not.toContain(token)
    const answer = await ask(own, `/vendor-script/${id}`)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(answer.status).toBe(200)
    expect(policy).toContain('sandbox allow-scripts allow-same-origin;')
    expect(policy).toContain(`frame-ancestors ${PUBLIC_URL} https://shop.example;`)
    expect(policy).toMatch(
      /script-src 'sha256-[\w+/=]+' 'wasm-unsafe-eval' https:\/\/cdn.vendor.example:8443/,
    )
    expect(policy).toContain("default-src 'none'")
    // A vendor's script is written as it is.
    expect(policy).not.toContain('trusted-types')
    for (const path of [`/verify/${id}`, `/frame/${id}`, '/capture/session', '/visavis.js', '/applicants']) {
      expect((await ask(own, path)).status).toBe(404)
    }
    expect((await ask(PUBLIC_URL, `/vendor-script/${id}`)).status).toBe(404)
    expect((await ask(own.replace('//', '//a'), `/vendor-script/${id}`)).status).toBe(404)
    const page = (await ask(PUBLIC_URL, `/verify/${id}`)).headers
    expect(page.get('content-security-policy')).toContain(`frame-src ${own}`)
    expect(page.get('content-security-policy')).not.toContain('vendor.example')
    expect(page.get('permissions-policy')).toContain(`camera=(self "${own}")`)
  })

  it('is not there for a script of an origin that the operator did not name', async () => {
    const { id, browser, ask, own } = await open('https://tenant.example/evil.js')
    expect(await browser.consent()).toMatchObject({ status: 503, body: { code: 'PROVIDER_UNAVAILABLE' } })
    expect((await ask(own, `/vendor-script/${id}`)).status).toBe(404)
  })
})
