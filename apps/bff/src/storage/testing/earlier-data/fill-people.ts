import { createBrowserClient } from '../../../testing/clients.ts'
import { fakeFace } from '../../../testing/fake-face.ts'
import { fakeJpeg } from '../../../testing/test-app.ts'
import { type EarlierApp, type Partner, sha256, tokenOf } from './earlier-app.ts'

export const BACK = { redirect_url: 'https://partner.example/back?cart=7' }
const FAR_AWAY = '2999-12-31T00:00:00Z'
const LONGER_THAN_A_LINK_MS = 3_600_000

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Runs `work` as if it were so much earlier. */
export type Earlier = <T>(ms: number, work: () => Promise<T>) => Promise<T>

/** Faces of every status and source but those that come from an attempt. */
export const fillFaces = async (test: EarlierApp, partner: Partner, vendorJourneyId: string) => {
  const client = test.as(partner)
  const ada = await client.createApplicant({
    external_applicant_id: 'customer-7',
    email: 'ada@example.com',
    external_applicant_name: 'Zoë "Ada" Ü',
  })
  const faces = `/applicants/${ada}/faces`
  await client.enrol(ada)
  const picture = fakeJpeg(1_500)
  const { body: face } = await client.enrol(ada, picture)
  const off = await client.enrol(ada)
  await client.patch(`${faces}/${off.body.id}`, { status: 'DISABLED' })
  await client.post(faces, { image: base64(fakeJpeg()), expires_on: FAR_AWAY })
  await client.post(faces, { provider: 'scripted-vendor', vendor_reference: 'their-name' })

  const atVendor = await client.createApplicant()
  const made: { id: string; vendor_reference: string }[] = []
  for (const status of ['ACTIVATING', 'REVIEW', 'FAILED', 'EXPIRED', 'ACTIVE'] as const) {
    test.vendor.faceStatus = status
    const at_vendor = { user_journey_id: vendorJourneyId, owner: `owner-${status}` }
    made.push((await client.post(`/applicants/${atVendor}/faces`, { at_vendor })).body)
  }
  const last = made.pop()
  // Its vendor deletes it when the jobs run, and they do not run here.
  await client.delete(`/applicants/${atVendor}/faces/${last?.id}`)
  const kept = await test.deps.database.vendorFaces.get(partner.tenantId, made[0]?.id ?? '')
  if (!kept) throw new Error('the face at the vendor was not kept')
  return {
    ada,
    atVendor,
    pictures: [{ ownerId: face.id as string, sha256: sha256(picture) }],
    vendorFaces: {
      kept,
      erasing: { faceId: last?.id ?? '', reference: last?.vendor_reference ?? '' },
    },
  }
}

/** An enrolment link of every status; `NEW` is the face of the unopened one. */
export const fillEnrollments = async (test: EarlierApp, partner: Partner, earlier: Earlier) => {
  const client = test.as(partner)
  const paths: string[] = []
  const start = async (applicantId: string) => {
    const opened = await client.post(`/applicants/${applicantId}/face-enrollments`, {
      ...BACK,
      user_journey_id: partner.userJourneyId,
      locale: 'nb-NO',
    })
    paths.push(`/applicants/${applicantId}/face-enrollments/${opened.body.id}`)
    const browser = createBrowserClient(test, tokenOf(opened))
    const open = async () => {
      await browser.session()
      await browser.consent()
    }
    return { faceId: opened.body.face_id as string, token: tokenOf(opened), browser, open }
  }

  const eve = await client.createApplicant({ external_applicant_id: 'eve', email: 'eve@example.com' })
  const unopened = await start(eve)
  await (await start(eve)).open()
  const left = await start(eve)
  await left.open()
  await left.browser.abort('left')
  const refused = await start(eve)
  await refused.open()
  await refused.browser.refuse()
  const done = await start(eve)
  await done.open()
  const picture = fakeJpeg(900)
  await done.browser.upload(picture)
  await earlier(LONGER_THAN_A_LINK_MS, () => start(eve))
  // Whoever looks finds that it has run out.
  await client.get(paths.at(-1) ?? '')
  const replaced = await start(eve)
  await client.post(`/applicants/${eve}/faces/${replaced.faceId}/activation`, BACK)
  const unusable = await start(eve)
  await unusable.open()
  const { enrol } = test.provider
  test.provider.enrol = async () => ({ kind: 'unusable', reason: 'no_face' })
  for (let tries = 0; tries < 3; tries += 1) await unusable.browser.upload()
  if (enrol) test.provider.enrol = enrol
  return {
    eve,
    paths,
    unopened: { token: unopened.token, faceId: unopened.faceId },
    picture: { ownerId: done.faceId, sha256: sha256(picture) },
  }
}

/** @returns the entry, and who it shows; nothing where the database cannot search */
export const fillIndex = async (test: EarlierApp, partner: Partner, applicant_id: string) => {
  if (test.deps.database.faceIndexSupport !== 'available') return undefined
  const person = 7
  const client = test.as(partner)
  await client.post('/face-index', { image: base64(fakeFace(person - 1)), reference: 'in the index' })
  const { body } = await client.post('/face-index', { image: base64(fakeFace(person)), applicant_id })
  return { id: body.one_to_n_verification_id as string, person }
}
