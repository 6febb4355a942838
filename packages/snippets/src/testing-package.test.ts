/** The snippet of `@visavis/testing`, run as it stands. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as testing from '@visavis/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSnippet } from '../../../scripts/read-snippet.ts'

const statuses: number[] = []
const secret = testing.createWebhookSecret()
const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString()
  try {
    testing.verifyWebhook({ secret, headers: request.headers, body })
  } catch {
    response.statusCode = 401
  }
  statuses.push(response.statusCode)
  response.end()
})
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

it('runs', async () => {
  const snippet = await readSnippet('packages/testing/README.md', 'readme')
  const code = snippet.replace(/^import (\{.*\}) from .*$/m, 'const $1 = testing')
  const receiver = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const run = new Function('testing', 'receiver', 'secret', 'console', `return (async () => {${code}})()`)
  await run(testing, receiver, secret, { log: () => undefined })
  expect(statuses).toEqual([200, 200, 401, 401])
})
