/** Against a second Visavis, whose partner API is the vendor's: real calls, real pictures, real webhooks. */
import type { HttpBindings } from '@hono/node-server'
import { createFaceEngine } from '@visavis/face-engine'
import type { ProviderSettings } from '@visavis/shared/user-journeys'
import { applyFault, type Fault, faultSchema } from '@visavis/vendor-sandbox/kit'
import { createPortrait } from '@visavis/vendor-sandbox/portraits'
import { settleDueAttempts } from '../../features/authentications/settle-due-attempts.ts'
import { startJobs } from '../../jobs/start-jobs.ts'
import { listen } from '../../server.ts'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { embedded } from '../embedded/index.ts'
import { type Act, type ActOutcome, describeHostedProvider, type HostedFixture } from '../hosted-contract.ts'
import { createProviderRegistry } from '../registry.ts'
import type { FaceProvider } from '../types.ts'
import { checkout } from './index.ts'

const createVendor = async (toSettings: (vendor: TestApp, baseUrl: string) => Promise<ProviderSettings>) => {
  const state: { fault?: Fault | undefined; isSpoof: boolean } = { isSpoof: false }
  const real = embedded(await createFaceEngine({ workers: 1 }))
  const engine: FaceProvider = {
    ...real,
    // The engine claims no liveness: that it saw a picture of a picture has to be said for it.
    verify: async (input, signal, asker) =>
      state.isSpoof ? { kind: 'declined', codes: [62305] } : real.verify(input, signal, asker),
  }
  let vendor: TestApp | undefined
  const server = await listen({ host: '127.0.0.1', port: 0 }, async (port) => {
    vendor = await createTestApp({
      providers: createProviderRegistry(engine),
      publicUrl: `http://127.0.0.1:${port}`,
    })
    const { app } = vendor
    const fetch: typeof app.fetch = (request, bindings, context) => {
      const answer = async () => app.fetch(request, bindings, context)
      return state.fault ? applyFault(state.fault, bindings as HttpBindings, answer) : answer()
    }
    return Object.assign(Object.create(app), { fetch })
  })
  if (!vendor) throw new Error('the vendor did not start')
  const test: TestApp = vendor
  await startJobs(test.deps)
  const partner = createPartnerClient(test)
  // The vendor's camera is a film: it shows the same picture each time.
  await partner.patch(`/user-journeys/${test.partner.userJourneyId}`, { replay_check: 'off' })
  const settings = await toSettings(test, `http://127.0.0.1:${server.port}`)
  const anna = await createPortrait('anna')
  const pictures = {
    anna: await createPortrait('anna', { margin: 0.7, width: 500, brightness: 1.15 }),
    berta: await createPortrait('berta'),
  }
  const anyone = [anna, pictures.berta]
  const captured: string[] = []

  const act = async (url: string, what: Act): Promise<ActOutcome> => {
    const { pathname, hash } = new URL(url)
    const attemptId = pathname.split('/').at(-1) ?? ''
    captured.push(attemptId)
    const browser = createBrowserClient(test, hash.slice(1))
    if (what === 'expiry') {
      test.clock.skewMs += 31 * 60_000
      await settleDueAttempts(test.deps)
      test.clock.skewMs -= 31 * 60_000
      return {}
    }
    await browser.session()
    await browser.consent()
    if (what === 'cancel')
      return { returnTo: (await browser.abort('camera_access_refused')).body.redirect_url }
    state.isSpoof = what === 'spoof'
    const picture = what === 'other-person' ? pictures.berta : pictures.anna
    const { body } = await browser.upload(Uint8Array.from(picture))
    state.isSpoof = false
    return { returnTo: body.redirect_url }
  }

  return {
    definition: checkout,
    settings,
    refusedSettings: [
      'secret_key' in settings ? { secret_key: `sk_${'a'.repeat(27)}` } : { client_secret: 'wrong' },
    ],
    wrongSettings: [
      [{ user_journey_id: 'usj_x' }, 'secret_key__required'],
      [{ ...settings, user_journey_id: 'journey 7' }, 'user_journey_id__invalid_format'],
      [{ ...settings, base_url: 'not an address' }, 'base_url__invalid_format'],
      // Credentials for a server of one's own must not go to the vendor's token endpoint.
      [
        { user_journey_id: 'usj_x', client_id: 'a', client_secret: 'b', base_url: 'https://x.example' },
        'token_url__required',
      ],
    ],
    createReference: async () => {
      const applicantId = await partner.createApplicant()
      await partner.enrol(applicantId, Uint8Array.from(anyone[0] ?? []))
      return { provider: 'checkout', vendor_reference: applicantId }
    },
    act: (step, what) => {
      if (step.next !== 'redirect') throw new Error('not the step expected')
      return act(step.url, what)
    },
    setFault: (fault) => {
      state.fault = fault && faultSchema.parse(fault)
    },
    sendWebhooksTo: async (url) => {
      const journey = `/user-journeys/${test.partner.userJourneyId}`
      await partner.patch(journey, { allowed_redirect_urls: [new URL(url).origin] })
      const { body } = await partner.post('/webhook-endpoints', { url })
      return { webhook_secret: body.secret }
    },
    isErased: async () => {
      const attemptId = captured.at(-1) ?? ''
      const attempt = await test.deps.database.attempts.find(test.partner.tenantId, attemptId)
      const { body } = await partner.get(
        `/face-authentications/${attempt?.faceAuthenticationId}/erasure-receipt`,
      )
      return body.completed_on !== undefined
    },
    close: async () => {
      await test.deps.database.queue.stop()
      await server.stop()
      await test.close()
      await real.close()
    },
  } satisfies HostedFixture
}

describeHostedProvider('checkout, with a secret key', () =>
  createVendor(async ({ partner }, base_url) => ({
    base_url,
    secret_key: partner.apiKey,
    user_journey_id: partner.userJourneyId,
  })),
)

describeHostedProvider('checkout, with OAuth', () =>
  createVendor(async (vendor, base_url) => {
    const { body } = await createPartnerClient(vendor).post('/oauth-clients', {})
    return {
      base_url,
      token_url: `${base_url}/connect/token`,
      client_id: body.client_id,
      client_secret: body.client_secret,
      user_journey_id: vendor.partner.userJourneyId,
    }
  }),
)
