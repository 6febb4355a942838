import type { HostedStep, Next } from '@visavis/shared/capture-api'
import type { ProviderSettings } from '@visavis/shared/user-journeys'
import type { FaultInput } from '@visavis/vendor-sandbox/kit'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { tryProvider } from '../features/journeys/index.ts'
import { followVendor } from '../jobs/vendor-work.ts'
import { listen, type RunningServer } from '../server.ts'
import { createBrowserClient, createPartnerClient } from '../testing/clients.ts'
import { createScriptedProvider } from '../testing/scripted-provider.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { createTroubledToolbox, VENDOR_TROUBLE } from '../testing/vendor-trouble.ts'
import { createProviderToolbox, type ProviderToolbox } from './create-tools.ts'
import type { ProviderDefinition } from './definition.ts'
import { observeProvider, type ProviderCall } from './observe-provider.ts'
import { createProviderRegistry, type ProviderRegistry } from './registry.ts'

export const ACTS = ['right-person', 'other-person', 'spoof', 'cancel', 'expiry'] as const
/** What somebody does in front of the vendor's camera, or does not. */
export type Act = (typeof ACTS)[number]

/** What comes of it on our side: something for the page to hand over, or the address the vendor sends the browser to. */
export interface ActOutcome {
  handed?: unknown
  returnTo?: string
}

/** A vendor's server that runs, and somebody who plays the person there; each adapter's test brings its own. */
export interface HostedFixture {
  definition: ProviderDefinition
  settings: ProviderSettings
  /** Wrong settings with the code that names what is wrong: `api_key__required`. */
  wrongSettings: readonly (readonly [settings: ProviderSettings, code: string])[]
  /** Well-formed, in the place of some of `settings`, and refused by the vendor; for what `tryOut` asks. */
  refusedSettings: readonly ProviderSettings[]
  /** The body of `POST …/faces` that gives an applicant their reference. */
  createReference(): Promise<object>
  act(step: HostedStep, what: Act): Promise<ActOutcome>
  /** From now on every call of the vendor's API meets that trouble, or none any more. */
  setFault(fault: FaultInput | undefined): void
  /** Told our clock, which tests put forward, for a vendor whose answers carry a time. */
  followClock?(now: () => Date): void
  /** Told where webhooks go, for a vendor that is not told with each capture. */
  sendWebhooksTo?(url: string): Promise<ProviderSettings | undefined>
  /** Whether the vendor holds nothing of what was captured since the start any more. */
  isErased?(): Promise<boolean>
  /** Never to be seen anywhere. Those of `settings` are looked for anyway. */
  secrets?: readonly string[]
  /** Acts this vendor does not have. */
  without?: readonly Act[]
  /** Where it differs: the status and codes an act ends with. */
  expected?: Partial<Record<Act, RegExp>>
  close(): Promise<void>
}

const EXPECTED: Record<Act, RegExp> = {
  'right-person': /^approved 10000$/,
  'other-person': /^declined( 62\d{3})*$/,
  spoof: /^declined( 62\d{3})+$/,
  cancel: /^(retry_required 61[12]\d\d|refused 63001)/,
  expiry: /^retry_required 61\d{3}/,
}
const BACK = 'https://partner.example/back'
const OPEN = /^(created|pending|capture_in_progress|checks_in_progress)/
const PATIENCE = { timeout: 30_000, interval: 50 }

interface Webhook {
  path: string
  headers: Headers
  body: string
}

/**
 * What every provider whose vendor takes the capture must do, through the whole server: from the partner's calls over
 * the applicant's browser to the decision the partner reads. A new one starts by passing this.
 */
export const describeHostedProvider = (name: string, createFixture: () => Promise<HostedFixture>): void => {
  describe(`hosted provider ${name}`, () => {
    let fixture: HostedFixture
    let test: TestApp
    let server: RunningServer
    let registry: ProviderRegistry
    const toolboxes: ProviderToolbox[] = []
    const calls: ProviderCall[] = []
    let partner: ReturnType<typeof createPartnerClient>
    let journeyId: string
    let settings: ProviderSettings
    /** What the vendor sent, in order, whether or not it was let through. */
    const webhooks: Webhook[] = []
    let areWebhooksLost = false
    const seen: string[] = []

    beforeAll(async () => {
      fixture = await createFixture()
      const now = () => test.deps.now()
      renewProviders(createProviderToolbox({ allowPrivate: true, now }))
      const providers: ProviderRegistry = {
        default: registry.default,
        list: () => registry.list(),
        find: (id) => registry.find(id),
        get: (...names) => registry.get(...names),
        close: async () => {},
      }
      server = await listen({ host: '127.0.0.1', port: 0 }, async (port) => {
        test = await createTestApp({ providers, publicUrl: `http://127.0.0.1:${port}` })
        const { app } = test
        const fetch: typeof app.fetch = async (request, ...rest) => {
          const { pathname } = new URL(request.url)
          if (!pathname.startsWith('/vendor/')) return app.fetch(request, ...rest)
          const body = await request.text()
          webhooks.push({ path: pathname, headers: request.headers, body })
          if (areWebhooksLost) return new Response(null, { status: 204 })
          return deliver({ path: pathname, headers: request.headers, body })
        }
        return Object.assign(Object.create(app), { fetch })
      })
      fixture.followClock?.(now)
      partner = createPartnerClient(test)
      journeyId = await createJourney(fixture.settings)
      const url = `${test.deps.publicUrl}/vendor/${fixture.definition.id}/${journeyId}`
      const more = await fixture.sendWebhooksTo?.(url)
      settings = { ...fixture.settings, ...more }
      if (more) await partner.patch(`/user-journeys/${journeyId}`, { provider_settings: more })
    })
    afterEach(async () => {
      areWebhooksLost = false
      fixture.setFault(undefined)
    })
    afterAll(async () => {
      await fixture?.close()
      await server?.stop()
      await Promise.all(toolboxes.map((toolbox) => toolbox.close()))
      await test?.close()
    })

    /** As another process has them: no token, no open circuit. */
    const renewProviders = (toolbox: ProviderToolbox) => {
      toolboxes.push(toolbox)
      registry = createProviderRegistry(createScriptedProvider(), {
        definitions: [fixture.definition],
        toolsFor: toolbox.toolsFor,
        decorate: (provider) => observeProvider(provider, (call) => calls.push(call)),
      })
    }

    const createJourney = async (provider_settings: ProviderSettings) => {
      const { definition } = fixture
      const input = { name: 'x', provider: definition.id, provider_settings, allowed_redirect_urls: [BACK] }
      const journey = await partner.post('/user-journeys', input)
      expect(journey, JSON.stringify(journey.body)).toMatchObject({ status: 201 })
      return journey.body.id as string
    }
    const deliver = ({ path, headers, body }: Webhook) =>
      test.app.request(path, { method: 'POST', headers, body })
    const read = async ({ id }: { id: string }) => {
      const { body } = await partner.get(`/face-authentications/${id}`)
      seen.push(JSON.stringify(body))
      return [body.status, ...body.response_codes.map(({ code }: { code: number }) => code)].join(' ')
    }

    /** Someone whose reference the vendor has, on the page, not yet agreed. */
    const arrive = async () => {
      const applicantId = await partner.createApplicant()
      const face = await partner.post(`/applicants/${applicantId}/faces`, await fixture.createReference())
      expect(face, JSON.stringify(face.body)).toMatchObject({ status: 201 })
      const input = { applicant_id: applicantId, user_journey_id: journeyId }
      const id: string = (await partner.post('/face-authentications', input)).body.id
      const attempt = await partner.post(`/face-authentications/${id}/attempts`, { redirect_url: BACK })
      const token = new URL(attempt.body._links.verification_url.href).hash.slice(1)
      const browser = createBrowserClient(test, token)
      const session = await browser.session()
      expect(session.body).toMatchObject({
        capture_mode: fixture.definition.capabilitiesOf(settings).capture,
      })
      return { id, attemptId: attempt.body.id as string, applicantId, browser }
    }
    const begin = async () => {
      const person = await arrive()
      const step: HostedStep = (await person.browser.consent()).body
      seen.push(JSON.stringify(step))
      return { ...person, step }
    }
    type Person = Awaited<ReturnType<typeof begin>>

    const comeBack = async ({ browser }: Person, { handed, returnTo }: ActOutcome) => {
      if (handed !== undefined) {
        const { body }: { body: Next } = await browser.step(handed)
        seen.push(JSON.stringify(body))
      }
      if (returnTo === undefined) return
      const answer = await test.app.request(returnTo.replace(test.deps.publicUrl, ''))
      expect(answer.status).toBe(303)
      seen.push(answer.headers.get('location') ?? '')
    }
    /** Nobody comes back and no webhook arrives: the jobs alone. */
    const settleByJobs = (person: Person) =>
      vi.waitFor(async () => {
        test.clock.skewMs += 31_000
        await followVendor(test.deps, { ...person, tenantId: test.partner.tenantId })
        const status = await read(person)
        expect(status).not.toMatch(OPEN)
        return status
      }, PATIENCE)
    const tryOut = (userJourneyId: string) => {
      renewProviders(createProviderToolbox({ allowPrivate: true, now: test.deps.now }))
      return tryProvider(test.deps, test.partner.tenantId, userJourneyId)
    }

    it('tells whether its vendor takes the settings', async () => {
      expect(await tryOut(journeyId)).toMatchObject({ isTested: true, trouble: undefined })
      for (const refused of fixture.refusedSettings) {
        const { trouble } = await tryOut(await createJourney({ ...settings, ...refused }))
        expect(trouble).toMatchObject({ kind: expect.stringMatching(/^(unauthorized|rejected)$/) })
      }
      fixture.setFault({ kind: 'status', status: 503 })
      expect((await tryOut(journeyId)).trouble).toMatchObject({ kind: 'unavailable', status: 503 })
    })

    const play = async (what: Act) => {
      const person = await begin()
      await comeBack(person, await fixture.act(person.step, what))
      return { person, status: await settleByJobs(person) }
    }

    it.for(ACTS)('%s', async (what, { skip }) => {
      if (fixture.without?.includes(what)) return skip()
      const { status } = await play(what)
      expect(status).toMatch(fixture.expected?.[what] ?? EXPECTED[what])
    })

    it('goes on after a reload with the step it had', async () => {
      const { browser, step } = await begin()
      expect((await browser.session()).body.next).toEqual(step)
      expect((await browser.next()).body).toEqual(step)
    })

    it.for(VENDOR_TROUBLE)('can be tried again after $name', async ({ fault, kind }) => {
      const { id, browser } = await arrive()
      renewProviders(createTroubledToolbox({ kind }, () => test.deps.now()))
      fixture.setFault(fault)
      expect(await browser.consent()).toMatchObject({
        status: 503,
        body: { code: 'PROVIDER_UNAVAILABLE', retryable: true },
      })
      expect(calls.at(-1)).toMatchObject({ operation: 'start', result: { error: kind } })
      expect(await read({ id })).toBe('capture_in_progress')
      fixture.setFault(undefined)
      renewProviders(createProviderToolbox({ allowPrivate: true, now: () => test.deps.now() }))
      expect((await browser.next()).body.next).toMatch(/^(redirect|frame|vendor_sdk)$/)
    })

    it('says nothing about the person while the vendor has trouble, and finds out later', async () => {
      const person = await begin()
      areWebhooksLost = true
      const { handed, returnTo } = await fixture.act(person.step, 'right-person')
      for (const { name, fault, kind } of VENDOR_TROUBLE) {
        renewProviders(createTroubledToolbox({ kind }, () => test.deps.now()))
        fixture.setFault(undefined)
        fixture.setFault(fault)
        const before = calls.length
        if (handed !== undefined) await person.browser.step(handed)
        if (returnTo) await test.app.request(returnTo.replace(test.deps.publicUrl, ''))
        test.clock.skewMs += 31_000
        await followVendor(test.deps, { ...person, tenantId: test.partner.tenantId }).catch(() => {})
        const told = [{ error: kind }, ...(kind === 'protocol' ? [{ outcome: 'unknown' }] : [])]
        expect(told, name).toContainEqual(calls.slice(before).at(-1)?.result)
        expect(await read(person), name).toMatch(/^(capture|checks)_in_progress$/)
      }
      fixture.setFault(undefined)
      renewProviders(createProviderToolbox({ allowPrivate: true, now: () => test.deps.now() }))
      expect(await settleByJobs(person)).toMatch(EXPECTED['right-person'])
    })

    it('makes up for webhooks that are lost', async () => {
      areWebhooksLost = true
      const person = await begin()
      const { handed } = await fixture.act(person.step, 'right-person')
      if (handed !== undefined) await person.browser.step(handed)
      expect(await settleByJobs(person)).toMatch(EXPECTED['right-person'])
    })

    const hasWebhooks = () => fixture.definition.capabilities.result.includes('webhook')

    it('decides by its webhook, which may come twice and late', async ({ skip }) => {
      if (!hasWebhooks()) skip()
      const before = webhooks.length
      const person = await begin()
      await fixture.act(person.step, 'right-person')
      await vi.waitFor(async () => expect(await read(person)).toMatch(EXPECTED['right-person']), PATIENCE)
      for (const webhook of webhooks.slice(before)) expect((await deliver(webhook)).status).toBe(204)
      expect(await read(person)).toMatch(EXPECTED['right-person'])
    })

    it('believes no webhook that is forged', async ({ skip }) => {
      if (!hasWebhooks()) skip()
      areWebhooksLost = true
      const before = webhooks.length
      const person = await begin()
      await fixture.act(person.step, 'right-person')
      const genuine = await vi.waitFor(() => {
        const last = webhooks.slice(before).at(-1)
        if (!last) throw new Error('no webhook yet')
        return last
      }, PATIENCE)
      const forged = new Headers(genuine.headers)
      for (const [header, value] of genuine.headers) {
        if (/sign|auth/i.test(header)) forged.set(header, value.replace(/.{4}$/, 'abcd'))
      }
      expect((await deliver({ ...genuine, headers: forged })).status).toBe(401)
      expect((await deliver({ ...genuine, headers: new Headers() })).status).toBe(401)
      expect(await read(person)).toMatch(OPEN)
    })

    it('keeps the pictures that the vendor hands out, and has the vendor erase what it holds', async () => {
      const { person } = await play('right-person')
      const { id, attemptId, applicantId } = person
      const { hosted } = test.deps.providers.get(fixture.definition.id, settings, test.partner.tenantId)
      const ref = { tenantId: test.partner.tenantId, attemptId }
      await followVendor(test.deps, ref)
      const path = `/face-authentications/${id}/attempts/${attemptId}/assets`
      if (hosted?.media) expect((await partner.get(path)).body.total_count).toBeGreaterThan(0)
      await partner.post(`/applicants/${applicantId}/anonymize`, {})
      await vi.waitFor(async () => {
        test.clock.skewMs += 31_000
        await followVendor(test.deps, ref)
        const { body } = await partner.get(`/applicants/${applicantId}/erasure-receipt`)
        expect(body.completed_on).toEqual(expect.any(String))
      }, PATIENCE)
      expect((await partner.get(path)).body.total_count).toBe(0)
      if (fixture.isErased) expect(await fixture.isErased()).toBe(true)
    })

    it('has what its capabilities promise', () => {
      const provider = test.deps.providers.get(fixture.definition.id, settings, test.partner.tenantId)
      const { capture, result, anonymize } = provider.capabilities
      expect(provider.capabilities).toEqual(fixture.definition.capabilitiesOf(settings))
      expect(capture).not.toBe('selfie-upload')
      expect(provider.hosted).toBeDefined()
      // One that the vendor does not promise has us look, and nothing waits for it.
      if (result.includes('webhook')) expect(provider.hosted?.webhook).toBeDefined()
      expect(provider.hosted?.erase !== undefined).toBe(anonymize)
    })

    it('refuses wrong settings by their name', async () => {
      for (const [wrong, code] of [
        ...fixture.wrongSettings,
        [{ ...settings, no_such_setting: 'x' }, 'no_such_setting__unknown'] as const,
      ]) {
        const input = { name: 'x', provider: fixture.definition.id, provider_settings: wrong }
        expect(await partner.post('/user-journeys', input)).toMatchObject({
          status: 422,
          body: { error_codes: expect.arrayContaining([`provider_settings__${code}`]) },
        })
      }
    })

    it('shows no credential in any answer or log', async () => {
      const credentials = Object.entries(settings).flatMap(([key, value]) =>
        /secret|key|token|password/.test(key) && typeof value === 'string' && !/^https?:/.test(value)
          ? // Of a key in PEM a line: its line ends are written otherwise in JSON.
            value
              .split('\n')
              .toSorted((a, b) => b.length - a.length)
              .slice(0, 1)
          : [],
      )
      seen.push(JSON.stringify((await partner.get(`/user-journeys/${journeyId}`)).body))
      const secrets = [...credentials, ...(fixture.secrets ?? [])]
      expect(secrets.length).toBeGreaterThan(0)
      for (const secret of secrets) {
        expect(seen.some((text) => text.includes(secret))).toBe(false)
        expect(test.log.text.includes(secret)).toBe(false)
      }
    })
  })
}
