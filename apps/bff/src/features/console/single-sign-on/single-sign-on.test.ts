import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ConsoleRole } from '@visavis/shared/console-roles'
import { startOpenidProvider } from '@visavis/vendor-sandbox/openid'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../../app.ts'
import { createConsoleClient, openConsole } from '../../../testing/console-client.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import { createOpenidBrowser } from '../../../testing/openid-browser.ts'
import { createSoftPasskey } from '../../../testing/soft-passkey.ts'
import { PUBLIC_URL } from '../../../testing/test-app.ts'
import { setUpTenant } from '../../access/set-up-tenant.ts'
import { createConsoleInvite } from '../create-invite.ts'
import { createOpenidIssuer } from './openid-issuer.ts'

const REDIRECT_URI = `${PUBLIC_URL}/console/oidc/callback`
const MINUTE_MS = 60_000

const { test, partner } = await openTestApp()
const provider = await startOpenidProvider({ redirectUris: [REDIRECT_URI] })
afterAll(() => provider.close())

const options = { issuer: provider.origin, ...provider.credentials, scope: 'openid email', name: 'Acme' }
const openApp = (change: Partial<typeof options> = {}) =>
  createApp({ ...test.deps, singleSignOn: createOpenidIssuer({ ...options, ...change }) })
const app = openApp()
const { tenantId } = test.partner

beforeEach(() => {
  test.clock.skewMs = 0
  provider.forgery = {}
})

const REFUSED = { status: 401, body: { error_codes: ['sign_on_refused'] } }

/** Somebody with an account at the provider, and a browser. */
const newPerson = (account: { email?: string; email_verified?: boolean } = {}) => {
  const sub = randomUUID()
  const email = account.email ?? `${sub}@example.com`
  provider.accounts.set(sub, { sub, email, email_verified: account.email_verified ?? true })
  const client = createConsoleClient({ app })
  const browser = createOpenidBrowser()
  const begin = async (path = '/sign-in'): Promise<string> => {
    const { status, body } = await client.post(`${path}/single-sign-on`)
    expect(status).toBe(200)
    return body.url
  }
  const finish = (answer: string) => client.post('/single-sign-on', { answer })
  return {
    ...client,
    sub,
    email,
    begin,
    finish,
    atProvider: (url: string) => browser.visit(url, sub),
    signOn: async (path?: string) => finish(await browser.visit(await begin(path), sub)),
  }
}

const invite = (email: string, role: ConsoleRole = 'viewer') =>
  createConsoleInvite({ ...test.deps, consoleUrl: PUBLIC_URL }, tenantId, { role, name: 'Bea', email })

/** Newest first, of somebody. */
const listEvents = async (actorId: string): Promise<string[]> => {
  const { body } = await partner.get(`/audit-events?limit=100&actor_id=${actorId}`)
  return body.data
    .toSorted((a: { number: number }, b: { number: number }) => b.number - a.number)
    .map(({ action, reason }: { action: string; reason?: string }) =>
      [action, reason].filter(Boolean).join(' '),
    )
}

const openPerson = async (role?: ConsoleRole) => {
  const person = newPerson()
  await invite(person.email, role)
  const { body } = await person.signOn()
  return { ...person, userId: body.user.id as string }
}

describe('single sign-on', () => {
  it('asks by the book: a code, with PKCE, state and nonce, for the console alone', async () => {
    const person = newPerson()
    const url = new URL(await person.begin())
    expect(url.origin).toBe(provider.origin)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: options.clientId,
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    expect((await person.get('/sign-in')).body).toEqual({ single_sign_on: { name: 'Acme' } })
  })

  it('lets in whoever is invited by their address, and knows them by their account from then on', async () => {
    const person = newPerson()
    await invite(person.email.toUpperCase(), 'reviewer')
    const first = await person.signOn()
    expect(first).toMatchObject({
      status: 200,
      body: { purpose: 'sign_in', user: { name: 'Bea', role: 'reviewer', tenant: { id: tenantId } } },
    })
    const { id } = first.body.user
    expect(await listEvents(id)).toEqual(['console_user.sign_in', 'console_user.create'])
    expect((await person.get('/me')).body).toEqual(first.body.user)
    await person.post('/sign-out')
    expect((await person.get('/me')).status).toBe(401)

    // Another address at the provider locks nobody out, and lets nobody else in.
    provider.accounts.set(person.sub, { sub: person.sub, email: 'other@example.com' })
    expect((await person.signOn()).body.user.id).toBe(id)
    const heir = newPerson({ email: person.email })
    expect(await heir.signOn()).toMatchObject(REFUSED)
    expect((await listEvents(id))[0]).toBe('console_user.deny other_account')
    expect((await heir.get('/me')).status).toBe(401)
  })

  it('knows a user with a passkey who was invited by that address', async () => {
    const person = newPerson()
    const { url } = await invite(person.email)
    const { body } = await person.accept(new URL(url).hash.slice(1), createSoftPasskey())
    await person.post('/sign-out')
    expect((await person.signOn()).body.user.id).toBe(body.id)
  })

  it('brings whoever it knows to the other tenants that invited their address, but for an account with a passkey', async () => {
    const { tenantId: there } = await setUpTenant(
      test.deps.database,
      { name: 'Bank', provider: 'embedded' },
      new Date(),
    )
    const inviteThere = (email: string) =>
      createConsoleInvite({ ...test.deps, consoleUrl: test.deps.publicUrl }, there, {
        role: 'reviewer',
        name: 'Bea',
        email,
      })
    const person = await openPerson()
    await inviteThere(person.email)
    expect((await person.signOn()).body.user).toMatchObject({
      id: person.userId,
      role: 'reviewer',
      tenant: { id: there },
      tenants: [{ id: there }, { id: tenantId }],
    })
    expect((await person.signOn()).body.user.tenant.id).toBe(there)

    // Whoever has the address now is meant, not whoever had it before.
    provider.accounts.set(person.sub, { sub: person.sub, email: 'other@example.com', email_verified: true })
    const { tenantId: later } = await setUpTenant(
      test.deps.database,
      { name: 'Dock', provider: 'embedded' },
      new Date(),
    )
    await createConsoleInvite({ ...test.deps, consoleUrl: test.deps.publicUrl }, later, {
      role: 'admin',
      name: 'Cy',
      email: person.email,
    })
    expect((await person.signOn()).body.user.tenants).toHaveLength(2)
    const heir = newPerson({ email: person.email })
    expect((await heir.signOn()).body.user).toMatchObject({ name: 'Cy', tenants: [{ id: later }] })

    // Somebody registered a passkey under that address, and may still have it.
    const other = newPerson()
    const { url } = await invite(other.email)
    await createConsoleClient({ app }).accept(new URL(url).hash.slice(1), createSoftPasskey())
    await inviteThere(other.email)
    expect((await other.signOn()).body.user).toMatchObject({ tenants: [{ id: tenantId }] })
    expect((await other.signOn()).body.user).toMatchObject({ tenants: [{ id: tenantId }] })
  })

  it('has sessions that end as all of them do, and takes none that was there before', async () => {
    const person = await openPerson()
    const cookie = person.readCookie()
    expect(cookie).toMatch(/^__Host-visavis-console=[\w-]{43}$/)
    await person.post('/sign-out')
    const planted = `__Host-visavis-console=${'A'.repeat(43)}`
    person.writeCookie(planted)
    expect((await person.signOn()).status).toBe(200)
    expect(person.readCookie()).not.toBe(planted)
    const victim = createConsoleClient({ app })
    for (const known of [planted, cookie]) {
      victim.writeCookie(known)
      expect((await victim.get('/me')).status).toBe(401)
    }
    for (const minutes of [29, 58]) {
      test.clock.skewMs = minutes * MINUTE_MS
      expect((await person.get('/me')).status).toBe(200)
    }
    test.clock.skewMs = 88 * MINUTE_MS
    expect((await person.get('/me')).status).toBe(401)
  })
})

describe('nobody is let in', () => {
  it('who is not invited, in the same words as whoever is refused for another reason', async () => {
    const stranger = newPerson()
    expect(await stranger.signOn()).toMatchObject(REFUSED)
    expect(test.log.text).toContain('"reason":"email_unknown"')
    expect(test.log.text).not.toContain(stranger.email)
    expect(test.log.text).not.toContain(stranger.sub)
  })

  it('by an address that the provider has not verified', async () => {
    const { userId, ...known } = await openPasskeyUser()
    for (const email_verified of [false, undefined, 'true' as unknown as boolean]) {
      const liar = newPerson({ email: known.email })
      provider.accounts.set(liar.sub, {
        sub: liar.sub,
        email: known.email,
        ...(email_verified === undefined ? {} : { email_verified }),
      })
      expect(await liar.signOn()).toMatchObject(REFUSED)
    }
    expect((await listEvents(userId)).slice(0, 3)).toEqual(
      Array.from({ length: 3 }, () => 'console_user.deny email_unverified'),
    )
  })

  it('by an address that looks like theirs once its letters are folded', async () => {
    const kelvin = newPerson({ email: `\u212a${randomUUID()}@example.com` })
    await invite(kelvin.email.replace('\u212a', 'k'))
    expect(await kelvin.signOn()).toMatchObject(REFUSED)
  })

  it('who is removed, nor by another invitation that went to the same address', async () => {
    const person = await openPerson()
    await invite(person.email)
    const admin = await openConsole(test, 'admin')
    expect((await admin.delete(`/users/${person.userId}`)).status).toBe(204)
    expect((await person.get('/me')).status).toBe(401)
    expect(await person.signOn()).toMatchObject(REFUSED)
    await invite(person.email)
    const again = await person.signOn()
    expect(again.status).toBe(200)
    expect(again.body.user.id).not.toBe(person.userId)
  })

  it('with the state or the code of another browser', async () => {
    const [victim, attacker] = [newPerson(), await openPerson()]
    const theirs = await attacker.atProvider(await attacker.begin())
    // Nothing was begun here.
    expect(await victim.finish(theirs)).toMatchObject(REFUSED)
    // Something else was.
    await victim.begin()
    expect(await victim.finish(theirs)).toMatchObject(REFUSED)
    // Their code under the state of this browser: it was not asked for with what this one proves.
    const url = new URL(await victim.begin())
    const injected = new URLSearchParams(theirs)
    injected.set('state', url.searchParams.get('state') ?? '')
    expect(await victim.finish(`?${injected}`)).toMatchObject(REFUSED)
    expect(victim.readCookie()).not.toContain('visavis-console')
  })

  it('with a wrong state, none, or one that is begun too long ago', async () => {
    const person = await openPerson()
    for (const change of [
      (query: URLSearchParams) => query.set('state', 'A'.repeat(43)),
      (query: URLSearchParams) => query.delete('state'),
      () => {
        test.clock.skewMs = 5 * MINUTE_MS + 1000
      },
    ]) {
      const answer = new URLSearchParams(await person.atProvider(await person.begin()))
      change(answer)
      expect(await person.finish(`?${answer}`)).toMatchObject(REFUSED)
    }
  })

  it('twice by the same answer', async () => {
    const person = await openPerson()
    const url = await person.begin()
    const question = person.readCookie()
    const answer = await person.atProvider(url)
    expect((await person.finish(answer)).status).toBe(200)
    person.writeCookie(question)
    // The provider takes its code once.
    expect(await person.finish(answer)).toMatchObject(REFUSED)
    // And this server its state, even with a fresh code for it.
    person.writeCookie(question)
    expect(await person.finish(await person.atProvider(url))).toMatchObject(REFUSED)
    expect((await listEvents(person.userId))[0]).toBe('console_user.deny replayed')
  })

  it.each([
    ['for another question', () => ({ nonce: 'A'.repeat(43) })],
    ['without a nonce', () => ({ nonce: undefined })],
    ['of another issuer', () => ({ iss: 'https://elsewhere.example' })],
    ['for another client', () => ({ aud: 'other' })],
    ['that has run out', () => ({ exp: Math.floor(Date.now() / 1000) - 120 })],
  ])('by a token %s', async (_, change) => {
    const person = await openPerson()
    provider.forgery.claims = (claims) => ({ ...claims, ...change() })
    expect(await person.signOn()).toMatchObject(REFUSED)
  })

  it.each([
    ['empty, which would be one account for everybody', ''],
    ['that no database takes', 'a\0b'],
    ['that another one is stored as, too', 'a\ud800'],
    ['longer than there are', 'a'.repeat(256)],
  ])('by a subject %s', async (_, sub) => {
    const person = newPerson()
    await invite(person.email)
    // The address, too, or the provider would be asked for that of another subject.
    provider.forgery.claims = (claims) => ({ ...claims, sub, email: person.email, email_verified: true })
    expect(await person.signOn()).toMatchObject(REFUSED)
  })

  it('by an address that is none', async () => {
    const person = newPerson()
    provider.forgery.claims = (claims) => ({ ...claims, email: `${person.email}\0`, email_verified: true })
    expect(await person.signOn()).toMatchObject(REFUSED)
  })

  it.each([
    ['that nobody signed', { alg: 'none' }, 3],
    ['signed by a secret, not a key', { alg: 'HS256', kid: 'openid-sandbox' }, 3],
    ['signed in a way that there is not', { alg: 'XX256', kid: 'openid-sandbox' }, 3],
    ['encrypted, which nobody asked for', { alg: 'RSA-OAEP', enc: 'A256GCM' }, 5],
    [
      'with a header that has to be understood',
      { alg: 'RS256', kid: 'openid-sandbox', crit: ['x'], x: 1 },
      3,
    ],
    ['that is none', undefined, 1],
  ])('by a token %s', async (_, header, parts) => {
    const person = await openPerson()
    provider.forgery.token = (token) => {
      const [, claims = '', signature = ''] = token.split('.')
      const first = header ? Buffer.from(JSON.stringify(header)).toString('base64url') : 'nothing'
      return [first, claims, header?.alg === 'none' ? '' : signature, 'x', 'x'].slice(0, parts).join('.')
    }
    expect(await person.signOn()).toMatchObject(REFUSED)
  })

  it('by a token that another key signed', async () => {
    const person = await openPerson()
    provider.forgery.key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      format: 'jwk',
    })
    expect(await person.signOn()).toMatchObject(REFUSED)
  })

  it('whom the provider refuses', async () => {
    const person = await openPerson()
    const state = new URL(await person.begin()).searchParams.get('state') ?? ''
    expect(await person.finish(`?error=access_denied&state=${state}&iss=${provider.origin}`)).toMatchObject(
      REFUSED,
    )
  })

  it('somewhere else than to the console', async () => {
    const person = newPerson()
    for (const path of [
      '/sign-in/single-sign-on?return_to=https://elsewhere.example',
      '/sign-in/single-sign-on?redirect_uri=x',
    ]) {
      expect((await person.post(path)).status).toBe(422)
    }
    expect(
      (await person.post('/sign-in/single-sign-on', undefined, { origin: 'https://elsewhere.example' }))
        .status,
    ).toBe(403)
  })
})

describe('a confirmation at the provider', () => {
  const NEEDED = { status: 403, body: { error_codes: ['console_sign_on_needed'] } }
  const makeLink = (client: Pick<ReturnType<typeof newPerson>, 'post'>) =>
    client.post('/invites', { role: 'viewer', name: 'Cy' })

  it('is asked for where there is no passkey, and counts from when they signed in there', async () => {
    const admin = await openPerson('admin')
    // They have just signed in there, so it counts already.
    expect((await makeLink(admin)).status).toBe(201)
    test.clock.skewMs = 6 * MINUTE_MS
    expect(await makeLink(admin)).toMatchObject(NEEDED)
    test.clock.skewMs = 0
    expect((await admin.signOn('/step-up')).body).toMatchObject({
      purpose: 'step_up',
      user: { id: admin.userId },
    })
    expect((await listEvents(admin.userId))[0]).toBe('console_user.step_up')
    test.clock.skewMs = 4 * MINUTE_MS
    expect((await makeLink(admin)).status).toBe(201)
    test.clock.skewMs = 6 * MINUTE_MS
    expect(await makeLink(admin)).toMatchObject(NEEDED)
  })

  it('asks the provider to ask anew, and takes nothing of before', async () => {
    const person = await openPerson()
    const url = new URL(await person.begin('/step-up'))
    expect(url.searchParams.get('prompt')).toBe('login')
    expect(url.searchParams.get('max_age')).toBe('0')
    const minutesAgo = Math.floor(Date.now() / 1000) - 120
    // The last two: in milliseconds, and later than any clock.
    for (const auth_time of [minutesAgo, undefined, Date.now(), 1e300]) {
      provider.forgery.claims = (claims) => ({ ...claims, auth_time })
      expect(await person.signOn('/step-up')).toMatchObject(REFUSED)
      expect((await listEvents(person.userId))[0]).toBe('console_user.deny login_stale')
    }
  })

  it('is by the account of whoever is signed in, in that session', async () => {
    const [person, other] = [await openPerson(), await openPerson()]
    expect(await person.finish(await other.atProvider(await person.begin('/step-up')))).toMatchObject(REFUSED)
    expect((await listEvents(person.userId))[0]).toBe('console_user.deny other_account')
    const answer = await person.atProvider(await person.begin('/step-up'))
    const question = person
      .readCookie()
      .split('; ')
      .find((cookie) => cookie.startsWith('__Host-visavis-sign-on'))
    const session = other.readCookie()
    other.writeCookie(`${session}; ${question}`)
    expect(await other.finish(answer)).toMatchObject(REFUSED)
    expect((await listEvents(other.userId))[0]).toBe('console_user.deny state_wrong')
    // Without a session it signs nobody in either.
    other.writeCookie(question ?? '')
    expect(await other.finish(answer)).toMatchObject(REFUSED)
  })

  it('is with the passkey for whoever has one, and starts old where the provider does not say when', async () => {
    const admin = await openConsole({ ...test, app }, 'admin')
    test.clock.skewMs = 6 * MINUTE_MS
    expect(await makeLink(admin)).toMatchObject({ body: { error_codes: ['console_passkey_needed'] } })
    test.clock.skewMs = 0
    const person = await openPerson('admin')
    provider.forgery.claims = ({ auth_time: _, ...claims }) => claims
    await person.signOn()
    expect(await makeLink(person)).toMatchObject(NEEDED)
  })
})

describe('a provider', () => {
  it('that is down holds up nobody else, and is asked again the next time', async () => {
    const client = createConsoleClient({ app: openApp() })
    const nobody = createConsoleClient({ app: openApp({ issuer: 'http://127.0.0.1:1' }) })
    provider.isDown = true
    for (const each of [client, nobody]) {
      expect(await each.post('/sign-in/single-sign-on')).toMatchObject({
        status: 503,
        body: { error_codes: ['sign_on_unavailable'] },
      })
      expect((await each.get('/sign-in')).status).toBe(200)
    }
    provider.isDown = false
    expect((await client.post('/sign-in/single-sign-on')).status).toBe(200)
  })

  it.each([undefined, 'nowhere', 'javascript:alert(1)'])(
    'that names %s as its sign-in page is trouble of the provider, and is told before anybody comes',
    async (authorization_endpoint) => {
      const server = createServer((_, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ issuer, authorization_endpoint }))
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      await expect(createOpenidIssuer({ ...options, issuer }).discover()).rejects.toMatchObject({
        code: 'SIGN_ON_UNAVAILABLE',
      })
      server.close()
    },
  )

  it('that knows another secret is trouble of the settings, and the log says so without it', async () => {
    const clientSecret = 'another-secret'
    const person = newPerson()
    const client = createConsoleClient({ app: openApp({ clientSecret }) })
    const { body } = await client.post('/sign-in/single-sign-on')
    const answer = await person.atProvider(body.url)
    expect((await client.post('/single-sign-on', { answer })).status).toBe(503)
    expect(test.log.text).toContain('SIGN_ON_UNAVAILABLE')
    expect(test.log.text).not.toContain(clientSecret)
    expect(test.log.text).not.toContain(new URLSearchParams(answer).get('code'))
  })

  it('is none where there is none', async () => {
    const client = createConsoleClient(test)
    expect((await client.get('/sign-in')).body).toEqual({})
    expect((await client.post('/sign-in/single-sign-on')).status).toBe(404)
    expect((await client.post('/single-sign-on', { answer: '?code=x&state=x' })).status).toBe(404)
  })
})

const openPasskeyUser = async () => {
  const email = `${randomUUID()}@example.com`
  const client = createConsoleClient({ app })
  const { url } = await invite(email)
  const { body } = await client.accept(new URL(url).hash.slice(1), createSoftPasskey())
  return { userId: body.id as string, email }
}
