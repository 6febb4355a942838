import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { eraseFaceAtVendor } from '../../jobs/vendor-work.ts'
import { createProviderRegistry } from '../../providers/registry.ts'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { createScriptedProvider } from '../../testing/scripted-provider.ts'
import { createScriptedVendor, type ScriptedVendor, VENDOR_SECRET } from '../../testing/scripted-vendor.ts'
import { createTestApp, fakeJpeg, type TestApp } from '../../testing/test-app.ts'

const BACK = 'https://partner.example/back'

let test: TestApp
let vendor: ScriptedVendor
let partner: ReturnType<typeof createPartnerClient>
let journeyId: string
let applicantId: string

beforeAll(async () => {
  vendor = createScriptedVendor()
  const tools = { now: () => new Date(), http: () => Promise.reject() as never }
  const options = { definitions: [vendor.definition], toolsFor: () => tools }
  test = await createTestApp({ providers: createProviderRegistry(createScriptedProvider(), options) })
  partner = createPartnerClient(test)
  const journey = await partner.post('/user-journeys', {
    name: 'Vendor',
    provider: 'scripted-vendor',
    provider_settings: { api_key: VENDOR_SECRET },
    allowed_redirect_urls: [BACK],
  })
  journeyId = journey.body.id
})
beforeEach(async () => {
  Object.assign(vendor, {
    calls: [],
    isDown: false,
    refuses: false,
    refusal: undefined,
    faceStatus: 'ACTIVATING',
  })
  applicantId = await partner.createApplicant()
})
afterAll(() => test.close())

const create = (change: object = {}, body: object = {}) =>
  partner.post(`/applicants/${applicantId}/faces`, {
    at_vendor: { user_journey_id: journeyId, owner: 'u-7', ...change },
    ...body,
  })
const erase = (faceId: string) => eraseFaceAtVendor(test.deps, { tenantId: test.partner.tenantId, faceId })

it('makes a face at the vendor and tells once how it is activated', async () => {
  const made = await create({ details: { workflowRunId: 'w', returnQRCode: true } })
  expect(made).toMatchObject({
    status: 201,
    body: {
      status: 'ACTIVATING',
      provider: 'scripted-vendor',
      source: 'vendor',
      vendor_reference: 'f-1',
      activation: { url: 'https://vendor.example/activate', qr_code: 'QR' },
    },
  })
  expect(vendor.calls).toEqual(['create u-7 {"workflowRunId":"w","returnQRCode":true} no picture f-1'])
  const { body } = await partner.get(`/applicants/${applicantId}/faces/${made.body.id}`)
  expect(body.activation).toBe(undefined)
})

it('takes its status from the vendor while it waits there', async () => {
  const path = `/applicants/${applicantId}/faces/${(await create()).body.id}`
  const status = async () => (await partner.get(path)).body.status
  expect(await status()).toBe('ACTIVATING')
  vendor.isDown = true
  expect(await status()).toBe('ACTIVATING')
  vendor.isDown = false
  vendor.faceStatus = 'unknown'
  expect(await status()).toBe('ACTIVATING')
  vendor.faceStatus = 'ACTIVE'
  expect(await status()).toBe('ACTIVE')
  const asked = vendor.calls.length
  expect(await status()).toBe('ACTIVE')
  expect(vendor.calls).toHaveLength(asked)
})

const readReadiness = async () =>
  (await partner.get(`/applicants/${applicantId}/face-authentication-status`)).body.status

it('makes the applicant ready as soon as the vendor says so', async () => {
  await create()
  expect(await readReadiness()).toBe('IDENTIFICATION')
  vendor.faceStatus = 'ACTIVE'
  vendor.isDown = true
  expect(await readReadiness()).toBe('IDENTIFICATION')
  vendor.isDown = false
  expect(await readReadiness()).toBe('AUTHENTICATION')
})

it('is compared with as soon as the vendor says so, even if nobody reads it', async () => {
  await create()
  const openLink = async () => {
    const input = { applicant_id: applicantId, user_journey_id: journeyId }
    const { id } = (await partner.post('/face-authentications', input)).body
    const { body } = await partner.post(`/face-authentications/${id}/attempts`, { redirect_url: BACK })
    const token = new URL(body._links.verification_url.href).hash.slice(1)
    return (await createBrowserClient(test, token).session()).status
  }
  expect(await openLink()).toBe(409)
  vendor.faceStatus = 'ACTIVE'
  expect(await openLink()).toBe(200)
})

it('never counts as active by a status nobody knows', async () => {
  vendor.faceStatus = 'unknown'
  expect((await create()).body.status).toBe('REVIEW')
})

it('is changed, activated and deleted there too', async () => {
  vendor.faceStatus = 'ACTIVE'
  const { id } = (await create()).body
  const path = `/applicants/${applicantId}/faces/${id}`
  expect((await partner.patch(path, { status: 'DISABLED' })).body.status).toBe('DISABLED')
  expect((await partner.post(`${path}/activation`, {})).status).toBe(202)
  const settings = await partner.get(`/applicants/${applicantId}/face-settings?face_id=${id}`)
  expect(settings.body.vendor).toEqual({ owner: 'u-7', lockout: 5 })
  expect((await partner.delete(path)).status).toBe(204)
  await erase(id)
  await erase(id)
  expect(vendor.calls.slice(1)).toEqual(['update u-7 DISABLED', 'activate f-1', 'delete f-1'])
  expect(await test.deps.database.vendorFaces.get(test.partner.tenantId, id)).toBe(undefined)
})

it('stays as it is when the vendor cannot be told', async () => {
  vendor.faceStatus = 'ACTIVE'
  const path = `/applicants/${applicantId}/faces/${(await create()).body.id}`
  vendor.isDown = true
  expect((await partner.patch(path, { status: 'DISABLED' })).status).toBe(503)
  expect((await partner.get(path)).body.status).toBe('ACTIVE')
})

it.each([
  ['rejected', 400, 422, 'vendor__refused'],
  ['unauthorized', 401, 409, 'vendor__credentials_refused'],
  ['unauthorized', 403, 409, 'vendor__permission_missing'],
  ['rejected', 404, 404, 'vendor__face_not_found'],
  ['rejected', 409, 409, 'vendor__status_conflict'],
  ['rate_limited', 429, 503, 'provider_unavailable'],
  ['unavailable', 500, 503, 'provider_unavailable'],
] as const)('tells a vendor’s no as what it is: %s %i is %i %s', async (kind, theirs, ours, code) => {
  vendor.faceStatus = 'ACTIVE'
  const { id } = (await create()).body
  const path = `/applicants/${applicantId}/faces/${id}`
  vendor.refusal = { kind, status: theirs }
  const answers = [
    await partner.patch(path, { status: 'DISABLED' }),
    await partner.post(`${path}/activation`, {}),
    await partner.get(`/applicants/${applicantId}/face-settings?face_id=${id}`),
  ]
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: ours, body: { error_codes: [code] } })
  }
  expect((await partner.get(path)).body.status).toBe('ACTIVE')
  const made = await create()
  const isAccess = kind === 'unauthorized'
  const isOther = ours === 503
  expect(made.status).toBe(isAccess ? 409 : isOther ? 503 : 422)
  if (!isOther) {
    expect(made.body.error_codes).toEqual([
      isAccess ? code.replace('vendor', 'at_vendor') : 'at_vendor__refused',
    ])
  }
})

it('keeps the receipt open until the vendor has deleted it', async () => {
  const { id } = (await create()).body
  await partner.post(`/applicants/${applicantId}/anonymize`, {})
  const completedOn = async () =>
    (await partner.get(`/applicants/${applicantId}/erasure-receipt`)).body.completed_on
  vendor.isDown = true
  await expect(erase(id)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  expect(await completedOn()).toBe(undefined)
  const overdue = new Date(Date.now() + 3_600_000)
  expect(await test.deps.database.vendorFaces.listOverdue(overdue, 9)).toMatchObject([{ faceId: id }])
  vendor.isDown = false
  await erase(id)
  expect(await completedOn()).toEqual(expect.any(String))
})

it('is made from a picture where the vendor takes one; the picture is not kept here', async () => {
  const image = Buffer.from(fakeJpeg()).toString('base64')
  const { body } = await create({}, { image })
  expect(vendor.calls).toEqual(['create u-7 {} 64 f-1'])
  const assets = await test.deps.database.assets.listByOwner(test.partner.tenantId, body.id)
  expect(assets).toEqual([])
})

it('is refused with a reason', async () => {
  const codes = async (change: object, body: object = {}) => {
    const answer = await create(change, body)
    return [answer.status, ...answer.body.error_codes]
  }
  const at = 'at_vendor__user_journey_id'
  expect(await codes({ user_journey_id: 'usj_x' })).toEqual([422, `${at}__not_found`])
  const { userJourneyId } = test.partner
  expect(await codes({ user_journey_id: userJourneyId })).toEqual([422, `${at}__not_supported`])
  expect(await codes({}, { vendor_reference: 'x' })).toEqual([
    422,
    'vendor_reference__conflict',
    'at_vendor__conflict',
  ])
  vendor.refuses = true
  expect(await codes({})).toEqual([422, 'at_vendor__refused'])
  Object.assign(vendor, { refuses: false, isDown: true })
  expect((await create()).status).toBe(503)
  expect((await partner.get(`/applicants/${applicantId}/faces`)).body.total_count).toBe(0)
})

it('is taken back at the vendor when there is no room for it here', async () => {
  for (let count = 0; count < 10; count += 1) await partner.enrol(applicantId)
  expect(await create()).toMatchObject({ status: 409, body: { error_codes: ['face_limit_reached'] } })
  expect(vendor.calls).toEqual(['create u-7 {} no picture f-1', 'delete f-1'])
})
