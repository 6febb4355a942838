import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '../kit/types.ts'
import { createEmptyRoom, createPortrait } from '../testing/portraits.ts'
import { startUqudoSandbox, type UqudoVerdict } from './index.ts'

let uqudo: Sandbox<UqudoVerdict>
let token: string
let anna: Buffer
let again: Buffer
let berta: Buffer
beforeAll(async () => {
  uqudo = await startUqudoSandbox()
  token = (await login()).body.access_token
  anna = await createPortrait('anna')
  again = await createPortrait('anna', { margin: 0.4 })
  berta = await createPortrait('berta')
})
afterAll(() => uqudo.close())

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${uqudo.origin}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, ...init.headers },
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, text, body: isJson ? JSON.parse(text) : undefined }
}
const login = (change: Record<string, string> = {}) => {
  const { client_id = '', client_secret = '' } = uqudo.credentials
  const form = { grant_type: 'client_credentials', client_id, client_secret, ...change }
  return ask('/api/oauth/token', { method: 'POST', body: new URLSearchParams(form) })
}
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const b64 = (picture: Uint8Array) => Buffer.from(picture).toString('base64')
const match = (source: Uint8Array, target: Uint8Array, more: object = {}) =>
  post('/api/v1/face/match', { sourceImage: b64(source), targetImage: b64(target), ...more })
const openSession = async () => (await post('/api/v1/face', { idPhoto: b64(anna) })).body.sessionId
const capture = (sessionId: string, picture: Uint8Array) =>
  ask(`/sdk/sessions/${sessionId}/selfie?attempts=2`, {
    method: 'POST',
    headers: { 'UQ-Nonce': 'n1' },
    body: new Uint8Array(picture),
  })

it('gives tokens for its credentials only, for half an hour', async () => {
  expect((await login()).body).toMatchObject({ token_type: 'bearer', expires_in: 1800 })
  expect((await login({ client_secret: 'x' })).status).toBe(401)
  expect((await login({ grant_type: 'password' })).status).toBe(400)
  const before = token
  token = 'made-up'
  expect((await match(anna, again)).status).toBe(401)
  token = before
  uqudo.clock.advance(1_801_000)
  expect((await match(anna, again)).status).toBe(401)
  token = (await login()).body.access_token
})

it('answers 403 where the account lacks a permission', async () => {
  const allow = (...permissions: string[]) =>
    ask('/portal/permissions', { method: 'PUT', body: JSON.stringify(permissions) })
  const statuses = async () => [
    (await post('/api/v1/face', { idPhoto: b64(anna) })).status,
    (await match(anna, again)).status,
    (await post('/api/v1/face/one-to-n/search', { idPhoto: b64(anna) })).status,
  ]
  await allow('face')
  expect(await statuses()).toEqual([201, 200, 403])
  await allow()
  expect(await statuses()).toEqual([403, 403, 403])
  await allow('face', 'one-to-n')
  expect(await statuses()).toEqual([201, 200, 200])
})

it('takes base64 with the line breaks that MIME encoders put in', async () => {
  const lines = b64(anna).replace(/.{76}/g, '$&\r\n')
  expect((await post('/api/v1/face', { idPhoto: lines })).status).toBe(201)
  expect((await post('/api/v1/face', { idPhoto: `${lines}!` })).status).toBe(400)
})

describe('match', () => {
  it('compares two pictures at the level asked for', async () => {
    const same = await match(anna, again)
    expect(same).toMatchObject({ status: 200, body: { match: true } })
    expect((await match(anna, berta)).body.match).toBe(false)
    expect((await match(anna, anna, { minimumMatchLevel: 5 })).body).toEqual({ match: true, matchLevel: 5 })
  })

  it('refuses what its page says it refuses, with no body', async () => {
    const noFace = await match(anna, await createEmptyRoom())
    expect(noFace).toMatchObject({ status: 400, text: '' })
    expect((await match(anna, Buffer.from('%PDF-1.7'))).status).toBe(415)
    expect((await match(anna, Buffer.concat([anna, Buffer.alloc(5 * 1024 * 1024)]))).status).toBe(413)
    expect((await match(anna, again, { minimumMatchLevel: 6 })).status).toBe(400)
    expect((await post('/api/v1/face/match', { sourceImage: b64(anna) })).status).toBe(400)
  })

  it('does as it is told', async () => {
    uqudo.verdicts.set('*', { outcome: 'match', level: 2 })
    expect((await match(anna, berta)).body).toEqual({ match: false, matchLevel: 2 })
    expect((await match(anna, berta, { minimumMatchLevel: 2 })).body.match).toBe(true)
    uqudo.verdicts.clear()
  })
})

describe('a face session', () => {
  it('ends with a result signed by its published key', async () => {
    const sessionId = await openSession()
    const { result } = (await capture(sessionId, again)).body
    const [header = '', claims = '', signature = ''] = result.split('.')
    const [key] = (await ask('/api/.well-known/jwks.json')).body.keys
    const isGood = verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${claims}`),
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    )
    expect(isGood).toBe(true)
    const { data, aud } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect(aud).toBe(uqudo.credentials.client_id)
    expect(data).toMatchObject({ sessionId, nonce: 'n1', face: { match: true } })
    expect((await ask(`/api/v1/info/img/${data.face.auditTrailImageId}`)).status).toBe(200)
    expect((await ask(`/api/v1/info/${sessionId}`)).text).toBe(result)
    expect((await ask('/api/v1/info', { headers: { 'UQ-Session-ID': sessionId } })).text).toBe(result)
    expect((await ask(`/api/v1/info/${sessionId}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/api/v1/info/${sessionId}`)).status).toBe(400)
  })

  it('is lost after as many failures as allowed', async () => {
    const sessionId = await openSession()
    expect((await capture(sessionId, berta)).body).toEqual({ retry: 'FACE_NO_MATCH', left: 1 })
    uqudo.verdicts.set(sessionId, { outcome: 'spoof' })
    const { error } = (await capture(sessionId, anna)).body
    expect(error).toBe('SESSION_INVALIDATED_FACE_RECOGNITION_TOO_MANY_ATTEMPTS')
  })

  it('ends with the code it is told to', async () => {
    const sessionId = await openSession()
    uqudo.verdicts.set(sessionId, { outcome: 'error', code: 'MEDIA_VIRTUAL_CAMERA_DETECTED' })
    expect((await capture(sessionId, anna)).body).toEqual({ error: 'MEDIA_VIRTUAL_CAMERA_DETECTED' })
  })

  it('lasts ten minutes', async () => {
    const sessionId = await openSession()
    uqudo.clock.advance(601_000)
    expect((await capture(sessionId, anna)).body).toEqual({ error: 'SESSION_EXPIRED_OR_NOT_FOUND' })
  })

  it('takes its picture as a part of a form, too', async () => {
    const form = new FormData()
    form.set('idPhoto', new Blob([new Uint8Array(anna)]))
    expect((await ask('/api/v1/face', { method: 'POST', body: form })).status).toBe(201)
    form.set('idPhoto', 'text')
    expect((await ask('/api/v1/face', { method: 'POST', body: form })).status).not.toBe(201)
  })
})

it('finds faces among many; a delete removes the picture, the features stay', async () => {
  const search = async (picture: Uint8Array, insert = false) =>
    (await post('/api/v1/face/one-to-n/search', { idPhoto: b64(picture), insert })).body
  expect(await search(anna)).toEqual({ oneToNVerificationMatch: false })
  const { oneToNVerificationId: id } = await search(anna, true)
  expect(await search(again)).toEqual({ oneToNVerificationId: id, oneToNVerificationMatch: true })
  const inserted = await post('/api/v1/face/one-to-n/insert', { idPhoto: b64(berta) })
  expect(inserted).toMatchObject({ status: 200, body: { oneToNVerificationId: expect.any(String) } })
  const remove = (one: string) => ask(`/api/v1/face/one-to-n/search/${one}`, { method: 'DELETE' })
  expect((await remove(id)).status).toBe(204)
  expect((await search(again)).oneToNVerificationMatch).toBe(true)
  expect((await remove('nobody')).status).toBe(404)
})
