import { MockAgent } from 'undici'
import { expect, it } from 'vitest'
import { exchange } from './http-exchange.ts'

/** @see a connection cut in the middle of an answer: now and then its stream ends as if that were all. */
it('an answer that is shorter than it says is none', async () => {
  const dispatcher = new MockAgent()
  dispatcher.disableNetConnect()
  const vendor = dispatcher.get('https://vendor.example')
  const ask = (length: string) => {
    vendor.intercept({ path: '/' }).reply(200, '{"ok":true}', { headers: { 'content-length': length } })
    const sent = {
      provider: 'acme',
      dispatcher,
      method: 'GET',
      url: 'https://vendor.example/',
      headers: {},
      body: undefined,
      timeoutMs: 1000,
      maxBytes: 1000,
    } as const
    return exchange(sent, AbortSignal.timeout(5000))
  }
  await expect(ask('99')).rejects.toMatchObject({ kind: 'unavailable' })
  expect((await ask('11')).bytes).toHaveLength(11)
  await dispatcher.close()
})
