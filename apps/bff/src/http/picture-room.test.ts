import { AppError } from '@visavis/shared/errors'
import { expect, it } from 'vitest'
import { setUpTenant } from '../features/access/index.ts'
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
