import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEvent } from './create-event.ts'
import { createWebhookReplayer } from './create-webhook-replayer.ts'
import { createWebhookSecret, signWebhook } from './sign-webhook.ts'
import { verifyWebhook } from './verify-webhook.ts'

const secret = createWebhookSecret()
const event = createEvent('face_authentication_checks_completed')
const body = JSON.stringify(event)
const sign = (sentOn?: Date) => signWebhook({ secret, id: event.id, body, ...(sentOn ? { sentOn } : {}) })

describe('signatures', () => {
  it('fit, by both schemes, whatever the case of the names', () => {
    expect(verifyWebhook({ secret, headers: sign(), body })).toEqual(event)
    const upper = Object.fromEntries(
      Object.entries(sign()).map(([name, value]) => [name.toUpperCase(), value]),
    )
    expect(verifyWebhook({ secret, headers: upper, body })).toEqual(event)
  })

  it.each([
    ['another body', { headers: sign(), body: `${body} ` }],
    ['another secret', { secret: createWebhookSecret(), headers: sign() }],
    ['an old delivery', { headers: sign(new Date(Date.now() - 301_000)) }],
    ['no signatures', { headers: {} }],
    ['one of the two only', { headers: { ...sign(), 'Cko-Signature': '' } }],
    ['the other only', { headers: { 'Cko-Signature': sign()['Cko-Signature'] } }],
  ])('refuse %s', (_, change) => {
    expect(() => verifyWebhook({ secret, body, ...{ headers: sign() }, ...change })).toThrow()
  })
})

describe('createWebhookReplayer', () => {
  let server: Server
  let url: string
  let seen: string[]
  beforeEach(async () => {
    seen = []
    server = createServer(async (request, response) => {
      const received = Buffer.concat(await request.toArray()).toString()
      try {
        seen.push(verifyWebhook({ secret, headers: request.headers, body: received }).id)
      } catch {
        response.statusCode = 401
      }
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => void server.close())

  it('plays them, again and in another order, under the same ids', async () => {
    const replayer = createWebhookReplayer({ url, secret })
    const [one, two] = [event, createEvent('face_authentication_started', { status: 'capture_in_progress' })]
    expect([await replayer.send(one), await replayer.send(two)]).toEqual([200, 200])
    expect(await replayer.replay((sent) => sent.toReversed())).toEqual([200, 200])
    expect(seen).toEqual([one.id, two.id, two.id, one.id])
  })

  it('plays what has to be refused', async () => {
    const replayer = createWebhookReplayer({ url, secret })
    const statuses = [
      await replayer.send(event, { sentOn: new Date(0) }),
      await replayer.send(event, { secret: createWebhookSecret() }),
      await replayer.send(event, { tamper: (text) => text.replace('approved', 'declined') }),
    ]
    expect(statuses).toEqual([401, 401, 401])
    expect(seen).toEqual([])
  })

  it('makes no event that could not be one', () => {
    expect(() => createEvent('face_authentication_started', { applicant_id: 'me' })).toThrow()
  })
})
