import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { expect, it } from 'vitest'
import type { ProviderTools } from '../definition.ts'
import { ProviderError } from '../provider-error.ts'
import { createProveResult } from './prove-result.ts'
import { uqudoSettingsSchema } from './settings.ts'
import { createWebhook } from './webhook.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const NOW_S = NOW.getTime() / 1000
const CLAIMS = {
  iss: 'https://id.example/api',
  aud: 'client-1',
  iat: NOW_S - 10,
  exp: NOW_S + 590,
  jti: 'j-1',
  data: { sessionId: 's-1' },
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

const keys = { keys: [{ ...(await exportJWK(theirs.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] }
const create = (json: () => Promise<unknown> = async () => keys) => {
  const tools = { http: () => ({ json }), now: () => NOW } as unknown as ProviderTools
  return createWebhook(createProveResult(SETTINGS, tools))
}
const toBody = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const sign = async (claims: JWTPayload, key = theirs.privateKey) => {
  const jwsResult = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key)
  return toBody({ jwsResult })
}
const verify = (rawBody: Uint8Array, webhook = create()) =>
  webhook.verify({ rawBody, headers: new Headers() }, NOW)

it('is proven by the signed result that it carries, and names the session', async () => {
  const body = await sign(CLAIMS)
  expect(await verify(body)).toBe(true)
  expect(create().toEvent(body)).toEqual({ vendorSession: 's-1' })
})

it('counts for the two hours that it is repeated, when the result has run out', async () => {
  const at = (exp: number) => sign({ ...CLAIMS, iat: exp - 600, exp })
  expect(await verify(await at(NOW_S - 7_000))).toBe(true)
  expect(await verify(await at(NOW_S - 7_201))).toBe(false)
})

it('is refused without such a result', async () => {
  const forged = [
    await sign(CLAIMS, others.privateKey),
    await sign({ ...CLAIMS, aud: 'client-2' }),
    await sign({ ...CLAIMS, iss: 'https://evil.example' }),
    toBody({ jwsResult: 'no jws' }),
    toBody({ jwsResult: '' }),
    toBody({}),
    toBody('no json'),
    toBody(''),
  ]
  for (const body of forged) expect(await verify(body), body.toString()).toBe(false)
})

it('of another product’s session is about no capture', async () => {
  const body = await sign({ ...CLAIMS, data: { documents: [] } })
  expect(await verify(body)).toBe(true)
  expect(create().toEvent(body)).toBeUndefined()
})

it('is to come again when the vendor’s keys cannot be had', async () => {
  const down = create(() => Promise.reject(new ProviderError('uqudo', 'unavailable')))
  await expect(verify(await sign(CLAIMS), down)).rejects.toThrow(ProviderError)
})
