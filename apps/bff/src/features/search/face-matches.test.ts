import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { fakeEmptyRoom, fakeFace } from '../../testing/fake-face.ts'
import { openTestApp } from '../../testing/open-test-app.ts'

const { test, partner } = await openTestApp()

const base64 = (image: Uint8Array) => Buffer.from(image).toString('base64')
const match = (source: Uint8Array, target: Uint8Array, minimum_match_level?: unknown) =>
  partner.post('/face-matches', {
    source_image: base64(source),
    target_image: base64(target),
    minimum_match_level,
  })

it('says whether two pictures show one person, and how well they match', async () => {
  expect(await match(fakeFace(1), fakeFace(1, 1))).toMatchObject({
    status: 200,
    body: { match: true, match_level: 5 },
  })
  const different = await match(fakeFace(1), fakeFace(2))
  expect(different.body).toEqual({ match: false, match_level: 0 })
})

it('takes level 3 unless told otherwise', async () => {
  const asked: number[] = []
  const original = test.provider.match
  test.provider.match = async ({ minimumMatchLevel }) => {
    asked.push(minimumMatchLevel)
    return { kind: 'compared', match: 3 >= minimumMatchLevel, matchLevel: 3 }
  }
  expect((await match(fakeFace(1), fakeFace(1))).body).toEqual({ match: true, match_level: 3 })
  expect((await match(fakeFace(1), fakeFace(1), 4)).body).toEqual({ match: false, match_level: 3 })
  expect(asked).toEqual([3, 4])
  if (original) test.provider.match = original
})

it('names each picture that cannot be used', async () => {
  expect(await match(fakeEmptyRoom(), fakeFace(1))).toMatchObject({
    status: 422,
    body: { error_codes: ['source_image__no_face'] },
  })
  expect((await match(fakeEmptyRoom(), fakeEmptyRoom())).body.error_codes).toEqual([
    'source_image__no_face',
    'target_image__no_face',
  ])
})

it.each([
  [{}, ['source_image__required', 'target_image__required']],
  [
    { source_image: 'é', target_image: '=' },
    ['source_image__invalid_format', 'target_image__invalid_format'],
  ],
  [{ source_image: 'AAAA', target_image: 'AAAA', minimum_match_level: 6 }, ['minimum_match_level__too_long']],
  [
    { source_image: 'AAAA', target_image: 'AAAA', minimum_match_level: 0 },
    ['minimum_match_level__too_short'],
  ],
])('%j: 422', async (body, codes) => {
  expect(await partner.post('/face-matches', body)).toMatchObject({
    status: 422,
    body: { error_codes: codes },
  })
})

it('takes two pictures of 5 MB, and none larger', async () => {
  const full = new Uint8Array(MAX_IMAGE_BYTES)
  full.set(fakeFace(1))
  expect((await match(full, full)).status).toBe(200)
  const larger = new Uint8Array(MAX_IMAGE_BYTES + 1)
  larger.set(fakeFace(1))
  expect(await match(larger, fakeFace(1))).toMatchObject({
    status: 413,
    body: { error_codes: ['image_too_large'] },
  })
  expect((await match(larger, new Uint8Array(2 * MAX_IMAGE_BYTES))).status).toBe(413)
})

it('keeps nothing, and is there with 1:N search turned off', async () => {
  const before = test.queries.length
  expect((await match(fakeFace(1), fakeFace(1))).status).toBe(200)
  expect(test.queries.slice(before).filter((query) => /^(insert|update)/i.test(query))).toEqual([])
  expect(await test.deps.assets.list()).toEqual([])
})

it('asks for the scope `match`', async () => {
  const { body: key } = await partner.post('/api-keys', { scopes: ['one-to-n', 'face:add'] })
  const narrow = createPartnerClient(test, key.key)
  expect((await narrow.post('/face-matches', {})).status).toBe(403)
})

it('has the provider of a journey compare, where one is named', async () => {
  const images = { source_image: base64(fakeFace(1)), target_image: base64(fakeFace(1, 1)) }
  const ask = (user_journey_id: string) => partner.post('/face-matches', { ...images, user_journey_id })
  const { userJourneyId } = test.partner
  for (const id of [userJourneyId, userJourneyId.toUpperCase()]) {
    expect(await ask(id)).toMatchObject({ status: 200, body: { match: true } })
  }
  const refused = (code: string) => ({ status: 422, body: { error_codes: [`user_journey_id__${code}`] } })
  expect(await ask(`usj_${'a'.repeat(26)}`)).toMatchObject(refused('not_found'))
  const { match: original } = test.provider
  delete test.provider.match
  expect(await ask(userJourneyId)).toMatchObject(refused('match_not_supported'))
  if (original) test.provider.match = original
})
