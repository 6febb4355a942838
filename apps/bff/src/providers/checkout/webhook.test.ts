import { createHmac, createSign, generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { checkoutWebhook } from './webhook.ts'

const SECRET = 'signature-key'
const NOW = new Date('2026-02-01T12:00:00Z')
const webhook = checkoutWebhook(SECRET)
const toBody = (created_on = NOW.toISOString()) =>
  Buffer.from(
    JSON.stringify({ id: 'evt_1', type: 'x', created_on, data: { face_authentication_id: 'fav_1' } }),
  )
const sign = (body: Uint8Array, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex')
const verify = (rawBody: Uint8Array, signature?: string) =>
  webhook.verify({ rawBody, headers: new Headers(signature ? { 'Cko-Signature': signature } : {}) }, NOW)

it('takes what is signed with the key, in either case', () => {
  expect(verify(toBody(), sign(toBody()))).toBe(true)
  expect(verify(toBody(), sign(toBody()).toUpperCase())).toBe(true)
  expect(webhook.toEvent(toBody())).toEqual({ vendorSession: 'fav_1' })
})

it('takes nothing else', () => {
  const body = toBody()
  expect(verify(body)).toBe(false)
  expect(verify(body, sign(body, 'another key'))).toBe(false)
  expect(verify(Buffer.concat([body, Buffer.from(' ')]), sign(body))).toBe(false)
  expect(verify(body, sign(body).slice(2))).toBe(false)
  expect(verify(body, createHmac('sha256', SECRET).update(body).digest('base64'))).toBe(false)
})

it('takes no signature of before the merger, however right it is', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-521' })
  const body = toBody()
  const timestamp = Math.floor(NOW.getTime() / 1000)
  const signature = createSign('sha512').update(`${timestamp}:${body}`).sign(privateKey, 'base64')
  expect(verify(body, `${timestamp}:key-1:${signature}`)).toBe(false)
})

it('takes nothing that is older than the vendor would still send, or from the future', () => {
  const at = (hours: number) => toBody(new Date(NOW.getTime() + hours * 3_600_000).toISOString())
  expect(verify(at(-47), sign(at(-47)))).toBe(true)
  expect(verify(at(-49), sign(at(-49)))).toBe(false)
  expect(verify(at(1), sign(at(1)))).toBe(false)
})

it('reads no event out of anything else', () => {
  for (const body of ['', 'null', '{}', '{"data":{}}', '[1]']) {
    expect(webhook.toEvent(Buffer.from(body))).toBe(undefined)
  }
})
