import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createFaceComparer, type FaceComparer } from '../kit/index.ts'
import { createPortrait } from '../testing/portraits.ts'
import {
  addVerification,
  cancelSession,
  deliverSelfie,
  FAIL_REASONS,
  setWebhookUrl,
  startIdenfySandbox,
} from './index.ts'

let faces: FaceComparer
let sandbox: Awaited<ReturnType<typeof startIdenfySandbox>>
let scanRef: string
let anna: Uint8Array
beforeAll(async () => {
  faces = createFaceComparer()
  sandbox = await startIdenfySandbox({ faces })
  anna = await createPortrait('anna')
  scanRef = await addVerification(sandbox, anna)
  // Nobody listens: what is sent is looked at all the same.
  await setWebhookUrl(sandbox, 'http://127.0.0.1:9/hook')
})
afterEach(() => {
  sandbox.verdicts.clear()
})
afterAll(async () => {
  await sandbox.close()
  await faces.close()
})

const basic = () => {
  const { api_key, api_secret } = sandbox.credentials
  return `Basic ${Buffer.from(`${api_key}:${api_secret}`).toString('base64')}`
}
const ask = async (path: string, init: RequestInit & { auth?: string } = {}) => {
  const { auth = basic(), ...rest } = init
  const headers = { Authorization: auth, 'Content-Type': 'application/json' }
  const answer = await fetch(`${sandbox.origin}${path}`, { ...rest, headers })
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on whatever came back
  return { status: answer.status, body: (await answer.json()) as any }
}
const post = (body: unknown) =>
  ask('/partner/authentication-info', { method: 'POST', body: JSON.stringify(body) })
const start = async (change: object = {}): Promise<string> =>
  (await post({ scanRef, type: 'AUTHENTICATION', method: 'FACE_MATCHING', ...change })).body.token
const read = async (token: string) => (await ask(`/api/v2/facial-authentication-sessions/${token}/`)).body
const lastWebhook = () => {
  const sent = sandbox.webhooks.sent.at(-1)
  if (!sent) throw new Error('no webhook was sent')
  return { ...sent, content: JSON.parse(sent.body) }
}

describe('the API', () => {
  it('says that a verified person can authenticate, and of others nothing', async () => {
    const path = (ref: string, query = '?method=FACE_MATCHING') =>
      `/identification/facial-auth/${ref}/check-status/${query}`
    expect(await ask(path(scanRef))).toEqual({ status: 200, body: { type: 'AUTHENTICATION' } })
    expect((await ask(path('8df398bb-7340-11ee-9aec-0221b1f59063'))).status).toBe(404)
    expect((await ask(path(scanRef, ''))).body.identifier).toBe('MISSING_VALUE')
    expect((await ask(path(scanRef, '?method=X'))).body.identifier).toBe('BAD_VALUE')
    sandbox.verdicts.set(scanRef, { check_status: 'IDENTIFICATION' })
    expect((await ask(path(scanRef))).body).toEqual({ type: 'IDENTIFICATION' })
  })

  it.each(['FACE_MATCHING', 'ACTIVE_LIVENESS', 'ENROLLMENT'])(
    'knows the method %s of the samples',
    async (method) => {
      const path = `/identification/facial-auth/${scanRef}/check-status/?method=${method}`
      expect(await ask(path)).toEqual({ status: 200, body: { type: 'AUTHENTICATION' } })
    },
  )

  it.each([
    ['scanRef alone', { type: undefined, method: undefined }, 'AUTHENTICATION', 'FACE_MATCHING'],
    ['an older method', { method: 'ACTIVE_LIVENESS' }, 'AUTHENTICATION', 'ACTIVE_LIVENESS'],
    ['an enrolment', { type: 'ENROLLMENT' }, 'ENROLLMENT', 'FACE_MATCHING'],
    ['a locale nobody has', { locale: 'xx-XX' }, 'AUTHENTICATION', 'FACE_MATCHING'],
  ])('opens a session for what samples send: %s', async (_, change, type, authenticationMethod) => {
    expect(await read(await start(change))).toMatchObject({ type, authenticationMethod, approved: null })
  })

  it.each(['', 'Basic', 'Basic eDp5', 'Bearer x'])('takes no %j, and names no identifier', async (auth) => {
    const answer = await ask('/partner/authentication-info', { method: 'POST', body: '{}', auth })
    expect(answer).toEqual({ status: 401, body: { message: 'Invalid authorization credentials' } })
  })

  it.each([
    [{}, 'MISSING_VALUE'],
    [{ scanRef: 'x', type: 'IDENTIFICATION', method: 'FACE_MATCHING' }, 'BAD_VALUE'],
    [{ scanRef: 'x', type: 'AUTHENTICATION', method: 'FACE_MATCHING', lifetime: 2_592_001 }, 'BAD_VALUE'],
  ])('refuses %j: %s', async (body, identifier) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { identifier } })
  })

  it('starts a session with digits when asked for', async () => {
    const input = { scanRef, type: 'AUTHENTICATION', method: 'FACE_MATCHING' }
    const { body } = await post({ ...input, generateDigitString: true, locale: 'de' })
    expect(body).toEqual({
      token: expect.stringMatching(/^[A-Z2-7]{26}$/),
      digitString: expect.stringMatching(/^\d{8}$/),
    })
    expect((await post(input)).body).not.toHaveProperty('digitString')
    expect(await read(body.token)).toMatchObject({ approved: null, givenScanRef: scanRef, facePhoto: null })
  })
})

describe('a session', () => {
  it('approves the person, by real pictures, and says so in three vocabularies', async () => {
    const token = await start()
    const selfie = await createPortrait('anna', { margin: 0.7 })
    expect(await deliverSelfie(sandbox.origin, token, selfie)).toBe('APPROVED')
    const session = await read(token)
    expect(session).toMatchObject({ approved: true, tokenString: token })
    const photo = await fetch(session.facePhoto)
    expect(Buffer.compare(Buffer.from(await photo.arrayBuffer()), Buffer.from(selfie))).toBe(0)
    const { headers, body, content } = lastWebhook()
    expect(content).toMatchObject({ token, status: 'SUCCESS', scanRef, failReason: null })
    const key = sandbox.credentials.signing_key ?? ''
    expect(headers['Idenfy-Signature']).toBe(createHmac('sha256', key).update(body).digest('hex'))
    await expect(deliverSelfie(sandbox.origin, token, selfie)).rejects.toThrow('TOKEN_NOT_VALID')
  })

  it('lists its sessions', async () => {
    const token = await start()
    const { body } = await ask('/api/v2/facial-authentication-sessions/')
    expect(body.at(-1)).toEqual(await read(token))
    expect((await ask('/api/v2/facial-authentication-sessions/', { auth: 'Basic x' })).status).toBe(401)
  })

  it('fails another person', async () => {
    const token = await start()
    expect(await deliverSelfie(sandbox.origin, token, await createPortrait('berta'))).toBe('FAILED')
    expect(await read(token)).toMatchObject({ approved: false })
    expect(lastWebhook().content).toMatchObject({ status: 'FAILED', failReason: 'FACE_MISMATCH' })
  })

  it.each(FAIL_REASONS)('fails for %s when told to', async (fail_reason) => {
    sandbox.verdicts.set(scanRef, { status: 'FAILED', fail_reason })
    await deliverSelfie(sandbox.origin, await start(), anna)
    expect(lastWebhook().content).toMatchObject({ status: 'FAILED', failReason: fail_reason })
  })

  it('is cancelled by the person', async () => {
    const token = await start()
    await cancelSession(sandbox.origin, token)
    expect(lastWebhook().content).toMatchObject({ token, status: 'CANCELED' })
    expect((await read(token)).approved).toBeNull()
  })

  it('ends with its lifetime', async () => {
    const token = await start({ lifetime: 600 })
    sandbox.clock.advance(600_000)
    expect((await read(token)).approved).toBeNull()
    expect(lastWebhook().content).toMatchObject({ token, status: 'EXPIRED' })
    await expect(deliverSelfie(sandbox.origin, token, anna)).rejects.toThrow('TOKEN_NOT_VALID')
  })
})
