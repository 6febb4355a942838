/** The check of a delivery that `docs/webhooks.md` shows. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWebhookSecret, signWebhook } from '../../../apps/bff/src/features/webhooks/sign-webhook.ts'
import { readSnippet } from '../../../scripts/read-snippet.ts'
import { type Modules, openModules } from './testing/open-modules.ts'

const BODY = JSON.stringify({ id: 'evt_1', data: { name: 'Zoë' } })

type Verify = (secret: string, headers: Record<string, string>, rawBody: string) => unknown

let modules: Modules
let verifyWebhook: Verify
beforeAll(async () => {
  modules = await openModules('webhook-check')
  const code = await readSnippet('docs/webhooks.md', 'verify')
  verifyWebhook = (await modules.run<{ verifyWebhook: Verify }>('verify.js', code)).verifyWebhook
})
afterAll(() => modules.close())

const secret = createWebhookSecret()
const sign = (sentOn = new Date()) => signWebhook({ secret, eventId: 'evt_1', body: BODY, sentOn })

it('takes what is genuine', () => {
  expect(verifyWebhook(secret, sign(), BODY)).toEqual(JSON.parse(BODY))
})

it('takes one of several signatures', () => {
  const headers = sign()
  const both = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }
  expect(verifyWebhook(secret, both, BODY)).toEqual(JSON.parse(BODY))
})

it.each([
  ['another body', secret, sign(), `${BODY} `],
  ['another secret', createWebhookSecret(), sign(), BODY],
  ['another id', secret, { ...sign(), 'webhook-id': 'evt_2' }, BODY],
  ['no signature', secret, { ...sign(), 'webhook-signature': '' }, BODY],
  ['no headers', secret, {}, BODY],
  ['an old delivery', secret, sign(new Date(Date.now() - 301_000)), BODY],
  ['a delivery from the future', secret, sign(new Date(Date.now() + 330_000)), BODY],
])('refuses %s', (_, key, headers, body) => {
  expect(() => verifyWebhook(key, headers, body)).toThrow()
})
