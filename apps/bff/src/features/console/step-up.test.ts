import { beforeEach, describe, expect, it } from 'vitest'
import { openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { createSoftPasskey } from '../../testing/soft-passkey.ts'
import { CONSOLE_ENDPOINTS } from './routes.ts'

const { test, partner } = await openTestApp()
const MINUTE_MS = 60_000

const applicantId = await partner.createApplicant()
await partner.enrol(applicantId)
const { authenticationId } = await partner.finishAttempt(applicantId)
const admin = await openConsole(test, 'admin')
const { attempts } = (await admin.get(`/face-authentications/${authenticationId}`)).body
const picture = `/pictures/${attempts[0].pictures[0].id}`

beforeEach(() => {
  test.clock.skewMs = 0
})

const NEEDED = { status: 403, body: { error_codes: ['console_passkey_needed'] } }
const listActions = async (actorId: string): Promise<string[]> =>
  (await admin.get(`/audit-events?actor_id=${actorId}`)).body.data.map(
    ({ action }: { action: string }) => action,
  )

describe('a picture', () => {
  it('is for whoever has used the passkey within five minutes', async () => {
    const client = await openConsole(test, 'reviewer')
    expect((await client.get(picture)).status).toBe(200)
    test.clock.skewMs = 5 * MINUTE_MS - 1000
    expect((await client.get(picture)).status).toBe(200)
    test.clock.skewMs = 5 * MINUTE_MS
    expect(await client.get(picture)).toMatchObject(NEEDED)
    expect((await client.get('/reviews')).status).toBe(200)
    expect((await client.stepUp(client.passkey)).status).toBe(204)
    expect(await listActions(client.userId)).toContain('console_user.step_up')
    expect((await client.get(picture)).status).toBe(200)
    test.clock.skewMs = 10 * MINUTE_MS
    expect(await client.get(picture)).toMatchObject(NEEDED)
  })

  it('tells a viewer of their role, however fresh the passkey', async () => {
    const client = await openConsole(test, 'viewer')
    test.clock.skewMs = 6 * MINUTE_MS
    expect(await client.get(picture)).toMatchObject({ body: { error_codes: ['console_role_missing'] } })
  })

  it('is one of the things that it is asked for', () => {
    const asked = CONSOLE_ENDPOINTS.filter(({ recentPasskey }) => recentPasskey).map(({ id }) => id)
    expect(asked.sort()).toEqual([
      'anonymizeConsoleApplicant',
      'answerConsolePictureRequest',
      'changeConsoleUser',
      'createApiKeyInConsole',
      'createConsoleInvite',
      'createOauthClientInConsole',
      'deleteApiKeyInConsole',
      'deleteOauthClientInConsole',
      'getConsolePicture',
      'inviteFirstConsoleAdmin',
      'removeConsoleUser',
      'revokeConsoleInvite',
    ])
  })
})

describe('a confirmation', () => {
  it('offers the passkeys of whoever is signed in, and takes no other', async () => {
    const [client, other] = [await openConsole(test, 'reviewer'), await openConsole(test, 'admin')]
    const { body } = await client.post('/step-up/options')
    expect(body.allowCredentials).toEqual([
      expect.objectContaining({ id: client.passkey.sign(body).id, type: 'public-key' }),
    ])
    for (const passkey of [other.passkey, createSoftPasskey()]) {
      expect(await client.post('/step-up', { credential: passkey.sign(body) })).toMatchObject({
        status: 401,
        body: { error_codes: ['passkey_refused'] },
      })
    }
    const denied = (await listActions(client.userId)).filter((action) => action === 'console_user.deny')
    expect(denied).toHaveLength(2)
  })

  it('is good for its own session, and nothing else', async () => {
    const client = await openConsole(test, 'reviewer')
    const signedIn = client.readCookie()
    const { body } = await client.post('/step-up/options')
    await client.signIn(client.passkey)
    expect((await client.post('/step-up', { credential: client.passkey.sign(body) })).status).toBe(401)
    expect((await client.post('/sign-in', { credential: client.passkey.sign(body) })).status).toBe(401)
    client.writeCookie(signedIn)
    const { body: forSignIn } = await client.post('/sign-in/options')
    expect((await client.post('/step-up', { credential: client.passkey.sign(forSignIn) })).status).toBe(401)
    expect((await client.post('/step-up', { credential: client.passkey.sign(body) })).status).toBe(204)
  })

  it('played again proves nothing newer', async () => {
    const client = await openConsole(test, 'reviewer')
    test.clock.skewMs = 6 * MINUTE_MS
    const { body } = await client.post('/step-up/options')
    const credential = client.passkey.sign(body)
    test.clock.skewMs = 10 * MINUTE_MS
    expect((await client.post('/step-up', { credential })).status).toBe(204)
    expect((await client.get(picture)).status).toBe(200)
    // As authenticators do that count nothing.
    await test.deps.database.consoleUsers.useCredential(credential.id, 0, new Date())
    expect((await client.post('/step-up', { credential })).status).toBe(204)
    test.clock.skewMs = 11 * MINUTE_MS
    expect(await client.get(picture)).toMatchObject(NEEDED)
  })

  it('is nobody’s without a session', async () => {
    const client = await openConsole(test, 'reviewer')
    client.writeCookie('')
    expect((await client.post('/step-up/options')).status).toBe(401)
  })
})
