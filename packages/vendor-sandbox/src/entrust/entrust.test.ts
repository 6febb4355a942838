import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '../kit/types.ts'
import { createEmptyRoom, createPortrait } from '../testing/portraits.ts'
import {
  activateOnPhone,
  addUser,
  capture,
  type EntrustVerdict,
  register,
  setPermissions,
  startEntrustSandbox,
} from './index.ts'

let entrust: Sandbox<EntrustVerdict>
let anna: Buffer
let again: Buffer
let berta: Buffer
beforeAll(async () => {
  entrust = await startEntrustSandbox()
  anna = await createPortrait('anna')
  again = await createPortrait('anna', { margin: 0.4 })
  berta = await createPortrait('berta')
})
afterAll(() => entrust.close())

const ask = async (method: string, path: string, authorization?: string, body?: object) => {
  const answer = await fetch(`${entrust.origin}/api/web${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  return { status: answer.status, text, body: text === '' ? undefined : JSON.parse(text) }
}
const login = (change: object = {}) => {
  const { admin_application_id: applicationId, admin_shared_secret: sharedSecret } = entrust.credentials
  return ask('POST', '/v1/adminapi/authenticate', undefined, { applicationId, sharedSecret, ...change })
}
const admin = async (method: string, path: string, body?: object) =>
  ask(method, path, (await login()).body.authToken, body)
const enrol = async (face = anna) => {
  const user = await addUser(entrust.origin)
  const made = await admin('POST', `/v2/users/${user.id}/face`, await register(entrust.origin, face))
  return { ...user, face: made.body }
}
const FACE = 'authentication/users/authenticate/FACE'
const who = (userId: string) => ({ applicationId: entrust.credentials.application_id, userId })
const challenge = (userId: string, change: object = {}) =>
  ask('POST', `/v2/${FACE}`, undefined, { ...who(userId), ...change })
const poll = (userId: string, token: string, change: object = {}) =>
  ask('POST', `/v1/${FACE}/complete`, token, { ...who(userId), ...change })
const toSdk = ({ faceChallenge: { sdkToken: token, workflowRunId } }: Record<'faceChallenge', never>) => ({
  token,
  workflowRunId,
})

describe('administration', () => {
  it('gives tokens for its secret only, raw or as Bearer, for 15 minutes', async () => {
    expect((await login({ sharedSecret: 'x' })).status).toBe(401)
    expect((await login({ sharedSecret: undefined })).status).toBe(400)
    const { authToken, creationTime, expirationTime } = (await login()).body
    expect(Date.parse(expirationTime) - Date.parse(creationTime)).toBe(900_000)
    const { id } = await addUser(entrust.origin)
    for (const header of [authToken, `Bearer ${authToken}`]) {
      expect((await ask('GET', `/v1/users/${id}/faces`, header)).body).toEqual([])
    }
    expect((await ask('GET', `/v1/users/${id}/faces`)).status).toBe(401)
    entrust.clock.advance(900_000)
    expect((await ask('GET', `/v1/users/${id}/faces`, authToken)).status).toBe(401)
  })

  it('sets a cookie where a web session is asked for, which then has to come along', async () => {
    const { admin_application_id: applicationId, admin_shared_secret: sharedSecret } = entrust.credentials
    const answer = await fetch(`${entrust.origin}/api/web/v1/adminapi/authenticate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ applicationId, sharedSecret, enableWebSession: true }),
    })
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
    expect(cookie).toMatch(/^INTELLITRUST_SESSION_ID=/)
    const { authToken } = (await answer.json()) as { authToken: string }
    const { id } = await addUser(entrust.origin)
    const list = (headers: object) =>
      fetch(`${entrust.origin}/api/web/v1/users/${id}/faces`, {
        headers: { Authorization: authToken, ...headers },
      })
    expect((await list({})).status).toBe(401)
    expect((await list({ cookie })).status).toBe(200)
  })

  it('makes faces of registrations, reads, changes and deletes them', async () => {
    const { id, face } = await enrol()
    expect(face).toMatchObject({ status: 'ACTIVATING', mobile: false, expiry: expect.any(String) })
    const list = async () => (await admin('GET', `/v1/users/${id}/faces`)).body
    expect(await list()).toMatchObject([{ id: face.id, status: 'ACTIVE' }])
    expect((await admin('GET', `/v1/users/${id}/settings/face`)).status).toBe(200)
    expect(await admin('PUT', `/v1/users/${id}/face`, { status: 'DISABLED' })).toMatchObject({ text: '' })
    expect(await list()).toMatchObject([{ status: 'DISABLED' }])
    expect((await admin('PUT', `/v1/users/${id}/face`, { status: 'NEW' })).status).toBe(400)
    expect((await admin('POST', `/v1/users/${id}/face`, await register(entrust.origin, anna))).status).toBe(
      409,
    )
    expect((await admin('DELETE', `/v1/face/${face.id}`)).status).toBe(200)
    expect((await admin('DELETE', `/v1/face/${face.id}`)).status).toBe(404)
    const older = await admin('POST', `/v1/users/${id}/face`, await register(entrust.origin, anna))
    expect(Object.keys(older.body).sort()).toEqual(['applicantId', 'expiry', 'id', 'status'])
  })

  it('makes mobile faces, which wait for the phone', async () => {
    const { id } = await addUser(entrust.origin)
    const input = { deliverActivationEmail: true, returnQRCode: true }
    const mixed = { ...input, ...(await register(entrust.origin, anna)) }
    expect((await admin('POST', `/v2/users/${id}/face`, mixed)).status).toBe(400)
    const { body } = await admin('POST', `/v2/users/${id}/face`, input)
    expect(body).toMatchObject({ mobile: true, status: 'ACTIVATING', activationQRCode: expect.any(String) })
    expect((await admin('PUT', `/v1/face/${body.id}/activation`)).status).toBe(200)
    const outbox = await fetch(`${entrust.origin}/portal/outbox`).then((answer) => answer.json())
    expect(outbox).toEqual([body.id, body.id])
    expect((await challenge(id)).status).toBe(400)
    await activateOnPhone(entrust.origin, body.id, anna)
    expect((await admin('PUT', `/v1/face/${body.id}/activation`)).status).toBe(409)
    const { faceChallenge } = (await challenge(id)).body
    expect(faceChallenge).toEqual({ device: 'MOBILE', id: body.id })
  })

  it('takes what generated clients send: nothing at all, one id alone, flags that are false beside web ids', async () => {
    const make = async (input: object, version = 'v2') => {
      const { id } = await addUser(entrust.origin)
      const { status, body } = await admin('POST', `/${version}/users/${id}/face`, input)
      const [listed] = (await admin('GET', `/v1/users/${id}/faces`)).body
      return [status, listed?.status, body.mobile]
    }
    const { applicantId, workflowRunId } = await register(entrust.origin, anna)
    expect(await make({})).toEqual([200, 'ACTIVATING', false])
    expect(await make({ workflowRunId })).toEqual([200, 'ACTIVE', false])
    expect(await make({ applicantId })).toEqual([200, 'ACTIVE', false])
    const flags = { deliverActivationEmail: false, returnQRCode: false }
    expect(await make({ applicantId, workflowRunId, ...flags })).toEqual([200, 'ACTIVE', false])
    expect(await make({ ...flags, returnQRCode: true }, 'v1')).toEqual([200, 'ACTIVATING', undefined])
    expect(await make({ encryptedBiometricToken: 'of a registration' })).toEqual([200, 'ACTIVATING', false])
  })

  it('lets a role do what it has the permission for, and answers 403 to the rest', async () => {
    const { id, face } = await enrol()
    const calls = [
      ['FACE:ADD', 'POST', `/v2/users/${id}/face`, {}],
      ['FACE:ADD', 'POST', `/v1/users/${id}/face`, {}],
      ['FACE:ADD', 'PUT', `/v1/face/${face.id}/activation`],
      ['FACE:VIEW', 'GET', `/v1/users/${id}/faces`],
      ['FACE:VIEW', 'GET', `/v1/users/${id}/settings/face`],
      ['FACE:EDIT', 'PUT', `/v1/users/${id}/face`, { status: 'DISABLED' }],
      ['FACE:REMOVE', 'DELETE', `/v1/face/${face.id}`],
    ] as const
    for (const [permission, method, path, body] of calls) {
      const others = (['FACE:ADD', 'FACE:VIEW', 'FACE:EDIT', 'FACE:REMOVE'] as const).filter(
        (each) => each !== permission,
      )
      await setPermissions(entrust.origin, others)
      expect((await admin(method, path, body)).status, path).toBe(403)
      await setPermissions(entrust.origin, [permission])
      expect((await admin(method, path, body)).status, path).not.toBe(403)
    }
    await setPermissions(entrust.origin, ['FACE:ADD', 'FACE:VIEW', 'FACE:EDIT', 'FACE:REMOVE'])
  })

  it('knows nobody it was not told of, and no field it does not document', async () => {
    const { id } = await addUser(entrust.origin)
    expect((await admin('GET', '/v1/users/nobody/faces')).status).toBe(404)
    expect(await admin('POST', `/v2/users/${id}/face`, { image: 'x' })).toMatchObject({
      status: 400,
      body: { errorCode: 'invalid_user_response', errorMessage: expect.any(String) },
    })
    const unknownRun = { applicantId: 'x', workflowRunId: 'y' }
    expect((await admin('POST', `/v2/users/${id}/face`, unknownRun)).status).toBe(400)
  })
})

describe('challenges', () => {
  it.each([
    ['the same person', () => again, { status: 'CONFIRM', authenticationCompleted: true }],
    ['somebody else', () => berta, { status: 'CONCERN', authenticationCompleted: false }],
    ['nobody', createEmptyRoom, { status: 'CONCERN', authenticationCompleted: false }],
  ])('compares: %s', async (_, toPicture, expected) => {
    const { alias } = await enrol()
    const { body } = await challenge(alias)
    const pending = { status: 'NO_RESPONSE', authenticationCompleted: false }
    expect((await poll(alias, body.token)).body).toEqual(pending)
    expect(await capture(entrust.origin, toSdk(body), await toPicture())).toEqual({})
    expect((await poll(alias, body.token)).body).toMatchObject(expected)
  })

  it('answers those who hold the token of the challenge, raw, and nobody else', async () => {
    const [own, other] = [await enrol(), await enrol(berta)]
    const { token } = (await challenge(own.id)).body
    expect((await poll(own.id, `Bearer ${token}`)).status).toBe(401)
    expect((await poll(other.id, token)).status).toBe(400)
    expect((await poll(own.id, token, { applicationId: 'x' })).status).toBe(400)
    expect((await challenge('nobody')).status).toBe(404)
    expect((await challenge(own.id, { applicationId: 'x' })).status).toBe(400)
  })

  it('serves the official browser client (2.3.1), with all that it sends', async () => {
    const { id, alias } = await enrol()
    const everywhere = {
      origin: 'https://partner.example',
      ignoreIPAddressForRBA: false,
      clientIp: '203.0.113.7',
    }
    const query = await ask('POST', '/v2/authentication/users', undefined, {
      ...who(alias),
      ...everywhere,
      pushMessageIdentifier: 'generic',
      requestDetail: { browser: 'Chrome', os: 'Linux' },
      supportChoosingOtpDelivery: true,
      tokenPushMutualChallengeEnabled: false,
    })
    expect(query).toMatchObject({ status: 200, body: { authenticationTypes: ['FACE'] } })
    const started = await challenge(alias, {
      ...everywhere,
      offlineTVS: false,
      tokenPushMutualChallengeEnabled: false,
    })
    expect(started.status).toBe(200)
    const complete = {
      ...everywhere,
      locale: 'en',
      requestAcrs: 'x',
      rpId: 'partner.example',
      offlineTVS: false,
    }
    expect(await poll(id, started.body.token, complete)).toMatchObject({ body: { status: 'NO_RESPONSE' } })
    await capture(entrust.origin, toSdk(started.body), again)
    // The document requires neither the application nor the user on this call.
    const last = await ask('POST', `/v1/${FACE}/complete`, started.body.token, {})
    expect(last.body).toMatchObject({ status: 'CONFIRM', authenticationCompleted: true, userId: id })
  })

  it('ends by being called off, and by the clock', async () => {
    const { id } = await enrol()
    const first = (await challenge(id)).body
    expect((await poll(id, first.token, { cancel: true })).body.status).toBe('CANCEL')
    const gone = { status: 400, body: { errorCode: 'INVALID_TRANSACTION' } }
    expect(await poll(id, first.token)).toMatchObject(gone)
    await expect(capture(entrust.origin, toSdk(first), again)).rejects.toThrow('401')
    const { token } = (await challenge(id)).body
    entrust.clock.advance(900_001)
    expect(await poll(id, token)).toMatchObject(gone)
  })

  it('tells what a user has, and locks them after five failures, for a while', async () => {
    const { id, alias } = await enrol()
    const query = async (name = alias) => ask('POST', '/v2/authentication/users', undefined, who(name))
    expect((await query('nobody')).status).toBe(404)
    expect((await query((await addUser(entrust.origin)).id)).body.authenticationTypes).toEqual([])
    const [status] = (await query()).body.authenticatorLockoutStatus
    expect(status).toMatchObject({ type: 'FACE', locked: false, remainingAuthenticationAttempts: 5 })
    entrust.verdicts.set(id, ...Array.from({ length: 10 }, () => ({ status: 'CONCERN' })))
    for (let tries = 0; tries < 5; tries += 1) {
      await capture(entrust.origin, toSdk((await challenge(id)).body), again)
    }
    expect((await query()).body).toMatchObject({
      authenticationTypes: ['FACE'],
      authenticatorLockoutStatus: [
        { locked: true, lockoutExpiryDate: expect.any(String), remainingAuthenticationAttempts: 0 },
      ],
    })
    expect((await challenge(id)).status).toBe(403)
    entrust.clock.advance(600_000)
    expect((await challenge(id)).status).toBe(200)
    entrust.verdicts.clear()
  })

  it('gives a token to those who proved themselves, good until they log out', async () => {
    const { id } = await enrol()
    const { body } = await challenge(id, { pushMutualChallengeEnabled: true, summary: 'x' })
    expect(body.pushMutualChallenge).toMatch(/^\d{2}$/)
    await capture(entrust.origin, toSdk(body), again)
    const { token } = (await poll(id, body.token)).body
    const logout = (header: string) => ask('POST', '/v1/authentication/logout', header)
    expect((await logout(token)).status).toBe(401)
    expect((await logout(`Bearer ${token}`)).status).toBe(200)
    expect((await logout(`Bearer ${token}`)).status).toBe(401)
  })

  it('does as it is told', async () => {
    const { id } = await enrol()
    const play = async (...verdicts: EntrustVerdict[]) => {
      entrust.verdicts.set(id, ...verdicts)
      const { body } = await challenge(id)
      const ended = await capture(entrust.origin, toSdk(body), again)
      return { ended, ...(await poll(id, body.token)) }
    }
    expect((await play({ status: 'SOMETHING' })).body).toMatchObject({ status: 'SOMETHING' })
    expect((await play({ status: null, authentication_completed: true })).body).not.toHaveProperty('status')
    expect(await play({ error_code: 'x' })).toMatchObject({ status: 400, body: { errorCode: 'x' } })
    expect((await play({ sdk_error: 'exception' })).ended).toEqual({ error: 'exception' })
  })
})
