import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { expect, it, vi } from 'vitest'
import type { ProviderTools } from '../definition.ts'
import { ProviderError } from '../provider-error.ts'
import { createProveResult } from './prove-result.ts'
import { uqudoSettingsSchema } from './settings.ts'
import { createVerifyResult } from './verify-result.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const NOW_S = NOW.getTime() / 1000
const STATE = { sessionId: 's-1', nonce: 'n-1', minimumMatchLevel: 3, startedOn: NOW_S - 100 }
const FACE = { match: true, matchLevel: 4 }
const CLAIMS = {
  iss: 'https://id.example/api',
  aud: 'client-1',
  iat: NOW_S - 10,
  exp: NOW_S + 590,
  jti: 'j-1',
  data: { sessionId: 's-1', nonce: 'n-1', face: FACE },
}
const SETTINGS = uqudoSettingsSchema.parse({
  client_id: 'client-1',
  client_secret: 'secret',
  capture: 'session',
  issuer: 'https://id.example/api',
  script_url: 'https://cdn.example/uqudo.js',
  browser_gets_account_token: true,
})
const theirs = await generateKeyPair('RS256')
const others = await generateKeyPair('RS256')
const signal = AbortSignal.timeout(60_000)

const sign = (claims: JWTPayload, { key = theirs.privateKey, kid = 'k1', alg = 'RS256' } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key)
const published = async (kid = 'k1', { publicKey } = theirs) => ({
  keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }],
})
const create = async () => {
  const clock = { now: NOW }
  const fetchKeys = vi.fn(async (): Promise<unknown> => published())
  const tools = { http: () => ({ json: fetchKeys }), now: () => clock.now } as unknown as ProviderTools
  return { verify: createVerifyResult(createProveResult(SETTINGS, tools)), fetchKeys, clock }
}

it('takes a result that is signed, fresh and ours', async () => {
  const { verify, fetchKeys } = await create()
  expect(await verify(await sign(CLAIMS), STATE, signal)).toEqual(FACE)
  expect(await verify(await sign(CLAIMS), STATE, signal)).toEqual(FACE)
  expect(fetchKeys).toHaveBeenCalledOnce()
})

const { jti: _, ...withoutJti } = CLAIMS
it.each([
  ['another issuer', { ...CLAIMS, iss: 'https://evil.example' }],
  ['another audience', { ...CLAIMS, aud: 'client-2' }],
  ['one that ran out', { ...CLAIMS, exp: NOW_S - 61 }],
  ['one from before the session', { ...CLAIMS, iat: STATE.startedOn - 61 }],
  ['no jti', withoutJti],
  ['another session, replayed', { ...CLAIMS, data: { ...CLAIMS.data, sessionId: 's-2' } }],
  ['another nonce', { ...CLAIMS, data: { ...CLAIMS.data, nonce: 'n-2' } }],
  ['no nonce', { ...CLAIMS, data: { sessionId: 's-1', face: FACE } }],
  ['a match that is a word', { ...CLAIMS, data: { ...CLAIMS.data, face: { match: 'true' } } }],
])('refuses %s', async (_name, claims) => {
  const { verify } = await create()
  expect(await verify(await sign(claims), STATE, signal)).toBeUndefined()
})

it('refuses what is signed by another key, by none, or by the public key as a secret', async () => {
  const { verify } = await create()
  const forged = await sign(CLAIMS, { key: others.privateKey })
  const unsigned = new UnsecuredJWT(CLAIMS).encode()
  const [key] = (await published()).keys
  const secret = new TextEncoder().encode(JSON.stringify(key))
  const confused = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret)
  const [header = '', , signature = ''] = (await sign(CLAIMS)).split('.')
  const changed = Buffer.from(JSON.stringify({ ...CLAIMS, more: 1 })).toString('base64url')
  for (const jws of [forged, unsigned, confused, `${header}.${changed}.${signature}`, 'no jws', '']) {
    expect(await verify(jws, STATE, signal)).toBeUndefined()
  }
})

it('asks for keys again when an unknown one comes up, and at most once a minute', async () => {
  const { verify, fetchKeys, clock } = await create()
  await verify(await sign(CLAIMS), STATE, signal)
  const renewed = await sign(CLAIMS, { key: others.privateKey, kid: 'k2' })
  fetchKeys.mockResolvedValue(await published('k2', others))
  expect(await verify(renewed, STATE, signal)).toBeUndefined()
  expect(fetchKeys).toHaveBeenCalledTimes(1)
  clock.now = new Date(NOW.getTime() + 60_000)
  expect(await verify(renewed, STATE, signal)).toEqual(FACE)
  expect(fetchKeys).toHaveBeenCalledTimes(2)
})

it('says that the vendor is down when its keys cannot be had', async () => {
  const { verify, fetchKeys } = await create()
  fetchKeys.mockRejectedValue(new ProviderError('uqudo', 'unavailable'))
  await expect(verify(await sign(CLAIMS), STATE, signal)).rejects.toThrow(ProviderError)
})
