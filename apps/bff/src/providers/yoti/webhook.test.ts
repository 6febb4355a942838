import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { toNotificationToken, yotiWebhook } from './webhook.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const token = toNotificationToken(privateKey)
const webhook = yotiWebhook(token)
const verify = (authorization?: string) =>
  webhook.verify(
    { rawBody: Buffer.from('{}'), headers: new Headers(authorization ? { authorization } : {}) },
    new Date(),
  )

it('takes the token of its own key, and no other', () => {
  const other = toNotificationToken(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
  expect(verify(`Bearer ${token}`)).toBe(true)
  for (const wrong of [
    undefined,
    token,
    `Basic ${token}`,
    `Bearer ${other}`,
    `Bearer ${token}x`,
    'Bearer ',
  ]) {
    expect(verify(wrong), wrong).toBe(false)
  }
})

it('reads the name of the session and nothing else', () => {
  const read = (body: string) => webhook.toEvent(Buffer.from(body))
  expect(read('{"session_id":"s-1","topic":"session_completion"}')).toEqual({ vendorSession: 's-1' })
  for (const body of ['', 'null', '{}', '{"session_id":5,"topic":"x"}', '[]'])
    expect(read(body)).toBe(undefined)
})
