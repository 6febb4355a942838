import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { createWebhookSecret, signWebhook } from './sign-webhook.ts'

const DOCS = new URL('../../../../docs/webhooks.md', import.meta.url)
const BODY = JSON.stringify({ id: 'evt_1', data: { name: 'Zoë' } })

type Verify = (secret: string, headers: Record<string, string>, rawBody: string) => unknown
const moduleSchema = z.object({ verifyWebhook: z.custom<Verify>((value) => typeof value === 'function') })

let verifyWebhook: Verify
beforeAll(async () => {
  const code = /```js\n([\s\S]*?)```/.exec(await readFile(DOCS, 'utf8'))?.[1]
  if (!code) throw new Error('the page has a snippet')
  const url = `data:text/javascript,${encodeURIComponent(code)}`
  verifyWebhook = moduleSchema.parse({ ...(await import(/* @vite-ignore */ url)) }).verifyWebhook
})

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
