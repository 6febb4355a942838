import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWebhookReceiver, type WebhookReceiver } from '../../testing/webhook-receiver.ts'
import { createWebhookSender } from './webhook-sender.ts'

const INPUT = { headers: { 'X-Test': '1' }, body: '{}' }

let receiver: WebhookReceiver
beforeEach(async () => {
  receiver = await startWebhookReceiver()
})
afterEach(() => receiver.close())

/** A name server of our own, whose answers are used up one after another; the last one stays. */
const answering = (...answers: string[][]) => {
  const asked: string[] = []
  const lookup = async (hostname: string) => {
    asked.push(hostname)
    const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? []
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { asked, lookup }
}

describe('the way out', () => {
  it('connects to the address it looked up, and asks no second time', async () => {
    const { asked, lookup } = answering(['127.0.0.1'], ['127.0.0.2'])
    const sender = createWebhookSender({ allowPrivate: true, lookup })
    const url = `http://any.example:${receiver.port}/`
    expect(await sender.post({ url, ...INPUT })).toEqual({ responseStatus: 200, error: null })
    expect(asked).toEqual(['any.example'])
    expect(receiver.received[0]?.headers).toMatchObject({
      host: `any.example:${receiver.port}`,
      'x-test': '1',
    })
  })

  it.each([
    ['one of several', ['93.184.216.34', '127.0.0.1']],
    ['the only one', ['127.0.0.1']],
    ['an IPv4 address in an IPv6 one', ['::ffff:127.0.0.1']],
  ])('refuses a private address: %s', async (_, addresses) => {
    const { lookup } = answering(addresses)
    const sender = createWebhookSender({ lookup })
    const url = `https://any.example:${receiver.port}/`
    expect(await sender.check(url)).toBe('address_refused')
    expect(await sender.post({ url, ...INPUT })).toEqual({ responseStatus: null, error: 'address_refused' })
  })

  it.each(['127.0.0.1', '[::1]', '0x7f000001', 'localhost'])('refuses %s by itself', async (host) => {
    const sender = createWebhookSender()
    const url = `https://${host}:${receiver.port}/`
    expect(await sender.check(url)).toBe('address_refused')
    expect(await sender.post({ url, ...INPUT })).toMatchObject({ error: 'address_refused' })
  })

  it('refuses plain http even to a public address', async () => {
    const { lookup } = answering(['93.184.216.34'])
    expect(await createWebhookSender({ lookup }).check('http://any.example/')).toBe('https_required')
  })

  it('follows no redirect', async () => {
    const other = await startWebhookReceiver()
    receiver.answer({ redirectTo: other.url })
    const outcome = await createWebhookSender({ allowPrivate: true }).post({ url: receiver.url, ...INPUT })
    expect(outcome).toEqual({ responseStatus: 307, error: 'http_status' })
    expect(other.received).toHaveLength(0)
    await other.close()
  })

  it('gives up on a receiver and on a name server that do not answer', async () => {
    receiver.answer('hang')
    const slow = createWebhookSender({ allowPrivate: true, timeoutMs: 50 })
    expect(await slow.post({ url: receiver.url, ...INPUT })).toMatchObject({ error: 'timeout' })
    const lost = createWebhookSender({ timeoutMs: 50, lookup: () => new Promise(() => {}) })
    expect(await lost.post({ url: 'https://any.example/', ...INPUT })).toMatchObject({ error: 'timeout' })
  })

  it('tells a bad certificate from a broken connection', async () => {
    const sender = createWebhookSender({ allowPrivate: true })
    const tls = `https://127.0.0.1:${receiver.port}/`
    expect(await sender.post({ url: tls, ...INPUT })).toMatchObject({ error: 'tls' })
    expect(await sender.post({ url: 'http://127.0.0.1:1/', ...INPUT })).toMatchObject({ error: 'connection' })
    const nowhere = createWebhookSender({ lookup: () => Promise.reject(new Error('ENOTFOUND')) })
    expect(await nowhere.post({ url: 'https://any.example/', ...INPUT })).toMatchObject({ error: 'dns' })
  })
})
