import { createEvent } from '@visavis/testing'
import { expect, expectTypeOf, it } from 'vitest'
import { createWebhookSecret, signWebhook } from '../../../apps/bff/src/features/webhooks/sign-webhook.ts'
import { verifyWebhook, WebhookVerificationError } from './index.ts'

const event = createEvent('face_added', { external_applicant_id: 'Zoë' })
const BODY = JSON.stringify(event)
const secret = createWebhookSecret()
const sign = (sentOn = new Date()) => signWebhook({ secret, eventId: event.id, body: BODY, sentOn })

it('takes what the server signs, as text and as bytes, with headers of either kind', () => {
  expect(verifyWebhook({ secret, headers: sign(), body: BODY })).toEqual(event)
  expect(verifyWebhook({ secret, headers: new Headers(sign()), body: Buffer.from(BODY) })).toEqual(event)
})

it('tells with the type what is in the event', () => {
  const found = verifyWebhook({ secret, headers: sign(), body: BODY })
  if (found.type !== 'face_added') throw new Error('it is one')
  expectTypeOf(found.data).toExtend<{ face_id: string; face_source: string }>()
  expect(found.data.external_applicant_id).toBe('Zoë')
})

it('takes one of several signatures', () => {
  const headers = sign()
  const both = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }
  expect(verifyWebhook({ secret, headers: both, body: BODY })).toEqual(event)
})

it.each([
  ['another body', { body: `${BODY} ` }],
  ['another secret', { secret: createWebhookSecret() }],
  ['another id', { headers: { ...sign(), 'webhook-id': 'evt_2' } }],
  ['no signature', { headers: { ...sign(), 'webhook-signature': '' } }],
  ['only the signature that covers no time', { headers: { 'Cko-Signature': sign()['Cko-Signature'] ?? '' } }],
  ['no headers', { headers: {} }],
  ['an old delivery', { headers: sign(new Date(Date.now() - 301_000)) }],
  ['a delivery from the future', { headers: sign(new Date(Date.now() + 330_000)) }],
])('refuses %s', (_, change) => {
  expect(() => verifyWebhook({ secret, headers: sign(), body: BODY, ...change })).toThrow(
    WebhookVerificationError,
  )
})

it('tells a secret that is none from a forgery', () => {
  expect(() => verifyWebhook({ secret: '', headers: sign(), body: BODY })).toThrow("Secret can't be empty")
})
