import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { AppError } from '@visavis/shared/errors'
import { expect, it } from 'vitest'
import { setUpTenant } from '../features/access/index.ts'
import { listen } from '../server.ts'
import { type Answer, createPartnerClient } from '../testing/clients.ts'
import { fakeFace } from '../testing/fake-face.ts'
import { openTestApp } from '../testing/open-test-app.ts'

const { test, partner } = await openTestApp()

const image = Buffer.from(fakeFace(1)).toString('base64')
const pair = { source_image: image, target_image: image }

/** Of 128 pictures one tenant may have 64 under way. */
const ADMITTED = 32
const FLOOD = 60

/** @see the flood of 1000 concurrent matches that took a gigabyte and kept others out for 87 seconds. */
it('one tenant’s flood is refused early and says when to come again; another’s request goes through', async () => {
  const original = test.provider.match
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  test.provider.match = async () => {
    await isOver
    return { kind: 'compared', match: true, matchLevel: 5 }
  }
  const other = createPartnerClient(
    test,
    (await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())).apiKey,
  )
  const refused: Answer[] = []
  const { promise: areRefused, resolve: stopWaiting } = Promise.withResolvers<void>()
  const matches = Array.from({ length: FLOOD }, async () => {
    const answer = await partner.post('/face-matches', pair)
    if (refused.push(answer) === FLOOD - ADMITTED) stopWaiting()
    return answer.status
  })
  await areRefused
  for (const { status, headers } of refused) {
    expect([status, headers.get('retry-after')]).toEqual([429, '1'])
  }

  const others = other.post('/face-matches', pair)
  end()
  expect((await others).status).toBe(200)
  const statuses = await Promise.all(matches)
  expect(statuses.filter((status) => status === 200)).toHaveLength(ADMITTED)
  expect((await partner.post('/face-matches', pair)).status).toBe(200)
  if (original) test.provider.match = original
})

/** @see the flood that lost a part of its 429: connections were closed while their bodies still came. */
it('a refusal reaches whoever is still sending, whose connection is not reset', async () => {
  const original = test.provider.match
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  const { promise: isFull, resolve: fill } = Promise.withResolvers<void>()
  let admitted = 0
  test.provider.match = async () => {
    admitted += 1
    if (admitted === ADMITTED) fill()
    await isOver
    return { kind: 'compared', match: true, matchLevel: 5 }
  }
  const matches = Array.from({ length: ADMITTED }, () => partner.post('/face-matches', pair))
  await isFull

  const server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
  const body = Buffer.alloc(12 * 1024 * 1024, ' ')
  const lines = [
    'POST /face-matches HTTP/1.1',
    'Host: localhost',
    'Connection: close',
    `Authorization: Bearer ${test.partner.apiKey}`,
    'Content-Type: application/json',
    `Content-Length: ${body.byteLength}`,
  ]
  const socket = connect(server.port, '127.0.0.1')
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  socket.write(body)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 429 .*retry-after: 1\r\n/is)
  expect(socket.bytesWritten).toBeGreaterThan(body.byteLength)

  end()
  await Promise.all(matches)
  await server.stop()
  if (original) test.provider.match = original
})

it('a refusal for lack of room is not kept for its idempotency key', async () => {
  const original = test.provider.match
  let refusals = 1
  test.provider.match = async () => {
    if (refusals-- > 0) throw new AppError('RATE_LIMITED', { retryAfterS: 7 })
    return { kind: 'compared', match: true, matchLevel: 5 }
  }
  const ask = () =>
    test.app.request('/face-matches', {
      method: 'POST',
      body: JSON.stringify(pair),
      headers: {
        authorization: `Bearer ${test.partner.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': 'k1',
      },
    })
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7'])
  expect((await ask()).status).toBe(200)
  if (original) test.provider.match = original
})
