import { beforeEach, describe, expect, it } from 'vitest'
import { createConsoleClient, invite, openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { createSoftPasskey } from '../../testing/soft-passkey.ts'
import { createTestApp, PUBLIC_URL } from '../../testing/test-app.ts'
import { CONSOLE_ENDPOINTS } from './routes.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

beforeEach(() => {
  test.clock.skewMs = 0
})

/** Newest first. */
const actions = async (actorId?: string): Promise<string[]> => {
  const query = actorId ? `&actor_id=${actorId}` : ''
  const { body } = await partner.get(`/audit-events?limit=100${query}`)
  return body.data
    .toSorted((a: { number: number }, b: { number: number }) => b.number - a.number)
    .map(({ action }: { action: string }) => action)
}

describe('an invitation', () => {
  it('makes a user with a passkey, who is signed in by a cookie that scripts and other hosts never see', async () => {
    const client = createConsoleClient(test)
    const token = await invite(test, 'reviewer')
    const opened = await client.open(token)
    expect(opened.body).toMatchObject({
      name: 'Bea, reviewer',
      role: 'reviewer',
      tenant: { name: 'Test & Co' },
    })
    expect(opened.body.options).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    })
    const accepted = await client.accept(token, createSoftPasskey())
    expect(accepted.status).toBe(201)
    const [cookie = ''] = accepted.headers.getSetCookie()
    expect(cookie).toMatch(
      /^__Host-visavis-console=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect((await client.get('/me')).body).toEqual({
      id: accepted.body.id,
      name: 'Bea, reviewer',
      role: 'reviewer',
      tenant: { id: test.partner.tenantId, name: 'Test & Co' },
      tenants: [{ id: test.partner.tenantId, name: 'Test & Co' }],
      has_test_mode: false,
    })
    expect(await actions(accepted.body.id)).toEqual(['console_user.sign_in', 'console_user.create'])
  })

  it('works once, and says so in the audit log when it is tried again', async () => {
    const token = await invite(test, 'admin')
    await createConsoleClient(test).accept(token, createSoftPasskey())
    const second = createConsoleClient(test)
    expect(await second.open(token)).toMatchObject({
      status: 404,
      body: { error_codes: ['console_invite_invalid'] },
    })
    expect((await actions())[0]).toBe('console_invite.deny')
  })

  it('works once, also for two who had both opened it', async () => {
    const token = await invite(test, 'admin')
    const [first, second] = [createConsoleClient(test), createConsoleClient(test)]
    const [passkey, other] = [createSoftPasskey(), createSoftPasskey()]
    const options = (await first.open(token)).body.options
    const answers = await Promise.all([
      first.post('/invites/accept', { token, credential: passkey.register(options) }),
      second.post('/invites/accept', { token, credential: other.register(options) }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })

  it('runs out after 24 hours, and is nothing to whoever guesses', async () => {
    const token = await invite(test, 'admin')
    test.clock.skewMs = 24 * HOUR_MS + 1000
    const client = createConsoleClient(test)
    expect((await client.open(token)).status).toBe(404)
    expect((await client.open('A'.repeat(43))).status).toBe(404)
  })

  it.each([
    ['a passkey that asked nobody who they are', { isVerified: false }],
    ['a passkey of another site', { origin: 'https://elsewhere.example' }],
  ])('takes no %s', async (_, ceremony) => {
    const client = createConsoleClient(test)
    const token = await invite(test, 'admin')
    const { options } = (await client.open(token)).body
    const credential = createSoftPasskey().register(options, ceremony)
    expect(await client.post('/invites/accept', { token, credential })).toMatchObject({
      status: 401,
      body: { error_codes: ['passkey_refused'] },
    })
    expect((await client.get('/me')).status).toBe(401)
  })

  it('takes no passkey for the challenge of another invitation, and none at all', async () => {
    const client = createConsoleClient(test)
    const [token, other] = [await invite(test, 'admin'), await invite(test, 'viewer')]
    const { options } = (await client.open(other)).body
    for (const credential of [createSoftPasskey().register(options), { id: 'x', response: {} }]) {
      expect((await client.post('/invites/accept', { token, credential })).status).toBe(401)
    }
  })

  it('takes no passkey that is somebody else’s', async () => {
    const { passkey, userId } = await openConsole(test, 'viewer')
    const client = createConsoleClient(test)
    expect((await client.accept(await invite(test, 'admin'), passkey)).status).toBe(401)
    expect((await client.signIn(passkey)).body).toMatchObject({ id: userId, role: 'viewer' })
  })

  it('is made by an admin too, and by nobody else', async () => {
    const admin = await openConsole(test, 'admin')
    const { status, body } = await admin.post('/invites', { role: 'viewer', name: 'Cy' })
    expect(status).toBe(201)
    const token = new URL(body.url).hash.slice(1)
    expect(body.url).toBe(`${PUBLIC_URL}/console/invite#${token}`)
    expect((await createConsoleClient(test).accept(token, createSoftPasskey())).body).toMatchObject({
      name: 'Cy',
    })
    const reviewer = await openConsole(test, 'reviewer')
    expect((await reviewer.post('/invites', { role: 'admin', name: 'Me' })).status).toBe(403)
    expect((await actions(reviewer.userId))[0]).toBe('console_user.deny')
  })
})

describe('signing in', () => {
  it('takes a passkey, and tells the audit log from where', async () => {
    const { passkey, userId } = await openConsole(test, 'viewer')
    const client = createConsoleClient(test)
    expect(await client.signIn(passkey)).toMatchObject({ status: 200, body: { id: userId } })
    expect((await client.get('/me')).status).toBe(200)
    expect((await actions(userId))[0]).toBe('console_user.sign_in')
  })

  it('takes nothing twice: what was signed opens one session', async () => {
    const { passkey, userId } = await openConsole(test, 'viewer')
    const client = createConsoleClient(test)
    const credential = passkey.sign((await client.post('/sign-in/options')).body)
    expect((await client.post('/sign-in', { credential })).status).toBe(200)
    await client.post('/sign-out')
    expect(await client.post('/sign-in', { credential })).toMatchObject({
      status: 401,
      body: { error_codes: ['passkey_refused'] },
    })
    expect((await actions(userId))[0]).toBe('console_user.deny')
  })

  it.each([
    ['nobody knows', 0, createSoftPasskey(), {}],
    ['asked nobody who they are', 0, undefined, { isVerified: false }],
    ['signed for another site', 0, undefined, { origin: 'https://elsewhere.example' }],
    ['signed too long ago', 5 * MINUTE_MS + 1000, undefined, {}],
  ])('takes no passkey that %s', async (_, laterMs, other, ceremony) => {
    const { passkey } = await openConsole(test, 'viewer')
    const client = createConsoleClient(test)
    const options = (await client.post('/sign-in/options')).body
    test.clock.skewMs = laterMs
    const credential = (other ?? passkey).sign(options, ceremony)
    expect((await client.post('/sign-in', { credential })).status).toBe(401)
    expect(client.readCookie()).toBe('')
  })

  it('takes no challenge that this server did not make', async () => {
    const { passkey } = await openConsole(test, 'viewer')
    const client = createConsoleClient(test)
    const own = Buffer.from((await client.post('/sign-in/options')).body.challenge, 'base64url')
    own.writeUInt8(own.readUInt8(0) ^ 1, 0)
    for (const challenge of [own.toString('base64url'), 'AAAA']) {
      expect((await client.post('/sign-in', { credential: passkey.sign({ challenge }) })).status).toBe(401)
    }
  })
})

describe('a session', () => {
  it('ends after 30 minutes without use', async () => {
    const client = await openConsole(test, 'viewer')
    for (const minutes of [29, 58]) {
      test.clock.skewMs = minutes * MINUTE_MS
      expect((await client.get('/me')).status).toBe(200)
    }
    test.clock.skewMs = 89 * MINUTE_MS
    expect(await client.get('/me')).toMatchObject({
      status: 401,
      body: { error_codes: ['console_sign_in_needed'] },
    })
  })

  it('ends after 12 hours, however busy it was', async () => {
    const client = await openConsole(test, 'viewer')
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      test.clock.skewMs = minutes * MINUTE_MS
      expect((await client.get('/me')).status).toBe(200)
    }
    test.clock.skewMs = 12 * HOUR_MS + 1000
    expect((await client.get('/me')).status).toBe(401)
  })

  it('ends by hand, on the server', async () => {
    const client = await openConsole(test, 'viewer')
    const cookie = client.readCookie()
    expect((await client.post('/sign-out')).status).toBe(204)
    expect(client.readCookie()).toBe('')
    client.writeCookie(cookie)
    expect((await client.get('/me')).status).toBe(401)
    expect((await actions(client.userId))[0]).toBe('console_user.sign_out')
  })

  it('ends with its user, as the passkey does', async () => {
    const client = await openConsole(test, 'admin')
    expect(await database.consoleUsers.delete(test.partner.tenantId, client.userId)).toBe(true)
    expect((await client.get('/me')).status).toBe(401)
    expect((await client.signIn(client.passkey)).status).toBe(401)
  })

  it('is kept as a hash alone', async () => {
    const client = await openConsole(test, 'viewer')
    const [, token = ''] = client.readCookie().split('=')
    client.writeCookie(`__Host-visavis-console=${Buffer.from(token).toString('base64url')}`)
    expect((await client.get('/me')).status).toBe(401)
  })
})

describe('the console’s API', () => {
  it.each(CONSOLE_ENDPOINTS.filter(({ role }) => role !== 'anyone'))(
    'lets nobody in without a session: $id',
    async (each) => {
      const client = createConsoleClient(test)
      const path = each.path.replace('/console/api', '').replaceAll(/\{\w+\}/g, 'x')
      const answer = await client[each.method](path)
      expect(answer.status).toBe(401)
    },
  )

  it('takes no API key', async () => {
    const answer = await test.app.request('/console/api/me', {
      headers: { authorization: `Bearer ${test.partner.apiKey}` },
    })
    expect(answer.status).toBe(401)
  })

  it.each([
    ['a page elsewhere', { origin: 'https://elsewhere.example' }],
    ['another page of the site', { 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is', { origin: 'null' }],
  ])('changes nothing for %s', async (_, headers) => {
    const client = await openConsole(test, 'admin')
    expect(await client.post('/sign-out', undefined, headers)).toMatchObject({
      status: 403,
      body: { error_codes: ['origin_refused'] },
    })
    expect((await client.get('/me')).status).toBe(200)
  })

  it('changes nothing for what does not say where it comes from', async () => {
    const client = await openConsole(test, 'admin')
    const answer = await test.app.request('/console/api/sign-out', {
      method: 'POST',
      headers: { cookie: client.readCookie() },
    })
    expect(answer.status).toBe(403)
  })

  it('shows nothing to a page elsewhere, and lets nobody keep it', async () => {
    const client = await openConsole(test, 'admin')
    expect((await client.get('/me', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const { headers } = await client.get('/me')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('counts whoever asks', async () => {
    const counted: string[] = []
    const limiter = (name: string) => ({
      name,
      consume: async (key: string) => {
        counted.push(`${name} ${key}`)
        return { isAllowed: counted.length < 4, limit: 3, remaining: 0, resetS: 60 }
      },
    })
    const { passkey: _, userId, ...client } = await openConsole(test, 'viewer')
    const { app } = await createLimited({ capture: limiter('capture') })
    const limited = createConsoleClient({ app })
    limited.writeCookie(client.readCookie())
    for (const status of [200, 200, 200, 429]) expect((await limited.get('/me')).status).toBe(status)
    expect(counted[0]).toBe(`capture ${userId}`)
  })
})

/** The same storage behind another edge. */
const createLimited = async (rateLimits: object) => {
  const { createApp } = await import('../../app.ts')
  return { app: createApp({ ...test.deps, rateLimits }) }
}

describe('its pages', () => {
  it.each(['/console', '/console/', '/console/invite', '/console/authentications/x'])(
    '%s takes no text for markup or script, and stands in no frame',
    async (path) => {
      const answer = await test.app.request(path)
      expect(answer.status).toBe(200)
      const policy = answer.headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]) {
        expect(policy.split('; ')).toContain(part)
      }
    },
  )

  it('are not there with CONSOLE=off, nor is anything of the API', async () => {
    const closed = await createTestApp({ console: undefined })
    for (const path of ['/console', '/console/invite', '/console/api/me']) {
      expect((await closed.app.request(path)).status).toBe(404)
    }
    expect(await (await closed.app.request('/openapi.json')).text()).not.toContain('/console/')
    await closed.close()
  })
})
