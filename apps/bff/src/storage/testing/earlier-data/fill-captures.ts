import { createBrowserClient } from '../../../testing/clients.ts'
import { createPhoneClient } from '../../../testing/phone-client.ts'
import { APPROVED, BLURRY, DECLINED } from '../../../testing/scripted-provider.ts'
import { VENDOR_SECRET } from '../../../testing/scripted-vendor.ts'
import { fakeJpeg } from '../../../testing/test-app.ts'
import { type EarlierApp, type Partner, sha256, tokenOf } from './earlier-app.ts'
import type { EarlierData } from './earlier-data.ts'
import { BACK, type Earlier } from './fill-people.ts'

export const SETTINGS = { api_key: 'the-key-of-this-journey' }
const LONGER_THAN_A_LINK_MS = 3_600_000

/** How attempts are begun, and what was begun. */
const createStage = (test: EarlierApp, partner: Partner) => {
  const client = test.as(partner)
  const authentications: string[] = []
  const authenticate = async (applicant_id: string, user_journey_id = partner.userJourneyId) => {
    const { body } = await client.post('/face-authentications', { applicant_id, user_journey_id })
    authentications.push(body.id)
    return body.id as string
  }
  const attempt = async (authenticationId: string, more: object = {}) => {
    const opened = await client.post(`/face-authentications/${authenticationId}/attempts`, {
      ...BACK,
      ...more,
    })
    const token = tokenOf(opened)
    const path = `/face-authentications/${authenticationId}/attempts/${opened.body.id}`
    const digits: string = opened.body.digit_string ?? ''
    return { authenticationId, attemptId: opened.body.id as string, token, path, digits }
  }
  /** A link that was opened; with consent. */
  const begin = async (applicantId: string, journeyId?: string) => {
    const link = await attempt(await authenticate(applicantId, journeyId))
    const browser = createBrowserClient(test, link.token)
    await browser.session()
    const { body: next } = await browser.consent()
    return { ...link, browser, next: next as object }
  }
  return { client, authentications, authenticate, attempt, begin }
}
type Stage = ReturnType<typeof createStage>

/** A face authentication that is decided as the provider is scripted. */
export const finishAttempt = async (test: EarlierApp, partner: Partner, applicantId: string) =>
  (await createStage(test, partner).begin(applicantId)).browser.upload()

/** Face authentications and attempts of every status that an embedded comparison leads to. */
export const fillCaptures = async (
  test: EarlierApp,
  partner: Partner,
  { ada, oneTryJourneyId, earlier }: { ada: string; oneTryJourneyId: string; earlier: Earlier },
) => {
  const stage = createStage(test, partner)
  const { client, authenticate, attempt, begin } = stage
  await authenticate(ada)
  const unopened = await attempt(await authenticate(ada), { locale: 'fr', lifetime: 86_400 })
  const digits = await attempt(await authenticate(ada), { generate_digit_string: true })

  test.provider.script(APPROVED)
  const approved = await begin(ada)
  const picture = fakeJpeg(2_000)
  picture.fill(7, 4)
  await approved.browser.upload(picture, { 'capture-quality': 'x49=91, x5a=100' })
  const ofAttempt = await client.post(`/applicants/${ada}/faces`, { attempt_id: approved.attemptId })
  test.seen.templates.length = 0
  await (await begin(ada)).browser.upload()
  const templates = [...test.seen.templates]
  test.provider.script(DECLINED)
  await (await begin(ada)).browser.upload()
  await (await begin(ada)).browser.abort('camera_not_found')
  await (await begin(ada)).browser.refuse()
  await (await begin(ada, oneTryJourneyId)).browser.abort('left')
  test.provider.script(BLURRY)
  const blurry = await begin(ada)
  for (let tries = 0; tries < 3; tries += 1) await blurry.browser.upload()
  test.provider.script(APPROVED)
  const again = await authenticate(ada)
  await attempt(again)
  await attempt(again)
  const expired = await earlier(LONGER_THAN_A_LINK_MS, async () => attempt(await authenticate(ada)))
  // Whoever looks finds that it has run out.
  await client.get(expired.path)

  return {
    authentications: stage.authentications,
    faceOfAttempt: ofAttempt.body.id as string,
    unopened: { token: unopened.token, authenticationId: unopened.authenticationId, templates },
    digits: { digits: digits.digits, attemptId: digits.attemptId },
    picture: { ownerId: approved.attemptId, sha256: sha256(picture) },
    picturesPath: `${approved.path}/assets`,
    ...(await fillHandoffs(test, stage, ada)),
  }
}

const fillHandoffs = async (test: EarlierApp, { begin }: Stage, ada: string) => {
  const waiting = await begin(ada)
  const { digits, number } = (await waiting.browser.post('handoff')).body
  const given = await begin(ada)
  const started = (await given.browser.post('handoff')).body
  const taken = await createPhoneClient(test).confirm(started.qr.url, started.number)
  return {
    waiting: { token: waiting.token, digits: digits as string, number: number as string },
    connected: { token: new URL(taken.body.verification_url).hash.slice(1), follower: given.token },
  }
}

/** Captures that a vendor takes, of every status, and what is left of one at a vendor that the journey has changed. */
export const fillVendorCaptures = async (
  test: EarlierApp,
  partner: Partner,
  { ada, vendorJourneyId, movedJourneyId }: { ada: string; vendorJourneyId: string; movedJourneyId: string },
) => {
  const { vendor } = test
  const stage = createStage(test, partner)
  const { client, begin, authenticate, attempt } = stage
  const captures: EarlierData['captures'] = []
  const start = async (status: EarlierData['captures'][number]['status'], result?: object) => {
    const begun = await begin(ada, vendorJourneyId)
    const session = `v-${vendor.started.length}`
    captures.push({ attemptId: begun.attemptId, status })
    if (result) {
      vendor.results = [result as (typeof vendor.results)[number]]
      await test.app.request(`/vendor/scripted-vendor/${vendorJourneyId}`, {
        method: 'POST',
        headers: { 'x-proof': VENDOR_SECRET },
        body: JSON.stringify({ session }),
      })
      vendor.results = [{ kind: 'pending' }]
    }
    return { ...begun, session, returnPath: new URL(vendor.started.at(-1)?.returnUrl ?? '').pathname }
  }

  const open = await start('open')
  await start('open', { kind: 'checking' })
  await start('over', { kind: 'cancelled', codes: [61113] })
  await start('media', { kind: 'approved', codes: [10000], riskLabels: ['known_device'] })
  const erased = await start('erasing', { kind: 'approved', codes: [10000] })
  await client.post(`/face-authentications/${erased.authenticationId}/anonymize`, {})

  const link = await attempt(await authenticate(ada, vendorJourneyId))
  await createBrowserClient(test, link.token).session()
  const row = await test.deps.database.vendorCaptures.get(partner.tenantId, open.attemptId)
  if (!row) throw new Error('the capture was not kept')
  const { attemptId, authenticationId: faceAuthenticationId } = link
  const nothing = {
    vendorSession: null,
    stateSealed: null,
    stepSealed: null,
    returnHash: null,
    nextLookOn: null,
  }
  const now = test.deps.now()
  const claimedUntil = new Date(now.getTime() + 30_000)
  await test.deps.database.vendorCaptures.claimStart(
    { ...row, ...nothing, attemptId, faceAuthenticationId, status: 'starting', claimedUntil },
    now,
  )
  captures.push({ attemptId, status: 'starting' })

  const moved = await begin(ada, movedJourneyId)
  captures.push({ attemptId: moved.attemptId, status: 'open' })
  const movedSession = `v-${vendor.started.length}`
  await client.patch(`/user-journeys/${movedJourneyId}`, { provider: 'embedded' })
  return {
    authentications: stage.authentications,
    captures,
    step: { token: open.token, next: open.next },
    returned: { path: open.returnPath, state: { session: open.session, key: SETTINGS.api_key } },
    moved: { authenticationId: moved.authenticationId, session: movedSession },
    openReceipt: {
      path: `/face-authentications/${erased.authenticationId}/erasure-receipt`,
      vendorSession: erased.session,
    },
  }
}
