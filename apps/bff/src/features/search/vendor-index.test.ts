/** 1:N at a vendor, through the partner's calls, against uqudo's sandbox. */
import { createFaceEngine } from '@visavis/face-engine'
import { createEmptyRoom, createPortrait } from '@visavis/vendor-sandbox/portraits'
import { startUqudoSandbox } from '@visavis/vendor-sandbox/uqudo'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createProviderToolbox } from '../../providers/create-tools.ts'
import { embedded } from '../../providers/embedded/index.ts'
import { createProviderRegistry } from '../../providers/registry.ts'
import { uqudo } from '../../providers/uqudo/index.ts'
import { createPartnerClient } from '../../testing/clients.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let sandbox: Awaited<ReturnType<typeof startUqudoSandbox>>
let test: TestApp
let partner: ReturnType<typeof createPartnerClient>
let journeyId: string
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  sandbox = await startUqudoSandbox()
  const toolbox = createProviderToolbox({ allowPrivate: true, now: () => new Date() })
  const engine = embedded(await createFaceEngine({ workers: 1 }))
  const providers = createProviderRegistry(engine, { definitions: [uqudo], toolsFor: toolbox.toolsFor })
  test = await createTestApp({ providers })
  partner = createPartnerClient(test)
  journeyId = await createJourney({ one_to_n: true })
  closing.push(
    () => test.close(),
    () => providers.close(),
    () => toolbox.close(),
    () => sandbox.close(),
  )
})
afterAll(async () => {
  for (const close of closing) await close()
})

const createJourney = async (change: object): Promise<string> => {
  const input = { name: 'x', provider: 'uqudo', provider_settings: { ...sandbox.credentials }, ...change }
  return (await partner.post('/user-journeys', input)).body.id
}
const base64 = (picture: Uint8Array) => Buffer.from(picture).toString('base64')
const search = async (picture: Uint8Array, change: object = {}) =>
  partner.post('/face-searches', { image: base64(picture), user_journey_id: journeyId, ...change })
const index = async (picture: Uint8Array, change: object = { reference: 'ours' }) =>
  partner.post('/face-index', { image: base64(picture), user_journey_id: journeyId, ...change })

it('searches, inserts and forgets in the vendor’s index', async () => {
  const anna = await createPortrait('anna')
  const again = await createPortrait('anna', { margin: 0.7, width: 500 })
  expect((await search(anna, { user_journey_id: journeyId.toUpperCase() })).body).toEqual({
    one_to_n_verification_match: false,
  })
  const made = await index(anna)
  expect(made).toMatchObject({ status: 201, body: { one_to_n_verification_match: false } })
  const id = made.body.one_to_n_verification_id
  expect((await search(again)).body).toEqual({
    one_to_n_verification_id: id,
    one_to_n_verification_match: true,
  })
  expect(await index(again)).toMatchObject({ status: 200, body: { one_to_n_verification_id: id } })
  expect((await partner.get(`/face-index/${id}`)).body).toMatchObject({
    reference: 'ours',
    has_picture: true,
  })

  expect(await partner.delete(`/face-index/${id}?features=true`)).toMatchObject({
    status: 422,
    body: { error_codes: ['features__not_supported_by_provider'] },
  })
  expect((await partner.delete(`/face-index/${id}`)).status).toBe(204)
  expect((await partner.delete(`/face-index/${id}`)).status).toBe(204)
  expect((await partner.get(`/face-index/${id}`)).body.has_picture).toBe(false)
  expect((await search(again)).body.one_to_n_verification_match).toBe(true)
})

it('inserts what a search did not find, when told to', async () => {
  const berta = await createPortrait('berta')
  const { body } = await search(berta, { insert: true })
  expect(body).toMatchObject({ one_to_n_verification_match: false })
  expect((await search(berta)).body).toEqual({ ...body, one_to_n_verification_match: true })
})

it('sends no picture without a usable face, and says why', async () => {
  const before = sandbox.requests.length
  expect(await search(await createEmptyRoom())).toMatchObject({
    status: 422,
    body: { error_codes: ['image__no_face'] },
  })
  expect(sandbox.requests.length).toBe(before)
})

it('forgets at the vendor that has it, after the journey changed over', async () => {
  const own = await createJourney({ one_to_n: true })
  const anna = await createPortrait('anna')
  const { body } = await search(anna, { user_journey_id: own, insert: true })
  await partner.patch(`/user-journeys/${own}`, { provider: 'embedded' })
  expect((await partner.delete(`/face-index/${body.one_to_n_verification_id}`)).status).toBe(204)
})

it('refuses journeys that have none, and applicants, whose features could not be erased', async () => {
  const anna = await createPortrait('anna')
  const applicantId = await partner.createApplicant()
  const off = await createJourney({})
  for (const [answer, status, code] of [
    [await search(anna, { user_journey_id: 'usj_unknown' }), 422, 'user_journey_id__not_found'],
    [await search(anna, { user_journey_id: off }), 403, 'search__not_enabled'],
    [await index(anna, { applicant_id: applicantId }), 422, 'applicant_id__not_supported_by_provider'],
  ] as const) {
    expect(answer).toMatchObject({ status, body: { error_codes: [code] } })
  }
})

it('says that the vendor is down', async () => {
  sandbox.faults.add({ kind: 'status', status: 503, path: '/api/v1/face/one-to-n' })
  expect((await search(await createPortrait('anna'))).status).toBe(503)
  sandbox.faults.clear()
})
