import { fakeFace } from './fake-face.ts'
import { fakeJpeg } from './test-app.ts'

/** How a person ends a capture. */
export type Ending = 'approved' | 'declined' | 'refused' | 'aborted'

export interface Heard {
  step: string
  status: number
  body: unknown
}

/** A Visavis as a partner's test sees it. */
export interface Stage {
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Omit<Heard, 'step'>>
  /** @returns where the browser goes */
  finish(verificationUrl: string, ending: Ending): Promise<string>
  userJourneyId: string
}

const REDIRECT = 'https://partner.example/back?cart=7'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const FACE = base64(fakeJpeg())
const [ADA, BEA] = [base64(fakeFace(1)), base64(fakeFace(2))]

// biome-ignore lint/suspicious/noExplicitAny: what a partner's code makes of an answer
type Body = any

/** A partner's code, from the first call to the last, with its mistakes. @returns everything it was answered */
export const playPartner = async ({ ask, finish, userJourneyId }: Stage): Promise<Heard[]> => {
  const heard: Heard[] = []
  const say = async (
    step: string,
    method: string,
    path: string,
    body?: unknown,
    headers = {},
  ): Promise<Body> => {
    const answer = await ask(method, path, body, headers)
    heard.push({ step, ...answer })
    return answer.body
  }
  const end = async (step: string, opened: Body, ending: Ending) => {
    const url = await finish(opened._links.verification_url.href, ending)
    heard.push({ step, status: 302, body: url })
  }

  await say('nobody', 'GET', '/applicants/aplt_nobody')
  await say('a wrong key', 'GET', '/user-journeys', undefined, { authorization: 'Bearer sk_wrong' })
  await say('a wrong field', 'POST', '/applicants', { email: 'none' })
  const ada = await say('applicant', 'POST', '/applicants', {
    external_applicant_id: 'customer-7',
    email: 'ada@example.com',
  })
  const applicant = `/applicants/${ada.id}`
  await say('a changed applicant', 'PATCH', applicant, { external_applicant_name: 'Ada' })
  await say('the applicant', 'GET', applicant)
  await say('not ready', 'GET', `${applicant}/face-authentication-status`)

  await say('no picture', 'POST', `${applicant}/faces`, {})
  await say('not base64', 'POST', `${applicant}/faces`, { image: '#' })
  await say('two sources', 'POST', `${applicant}/faces`, { image: FACE, attempt_id: 'fatp_x' })
  await say('an old face', 'POST', `${applicant}/faces`, { image: FACE, expires_on: '2020-01-01T00:00:00Z' })
  const face = await say('a face', 'POST', `${applicant}/faces`, { image: FACE })
  await say('faces', 'GET', `${applicant}/faces`)
  await say('a wrong page', 'GET', `${applicant}/faces?limit=0`)
  await say('limits', 'GET', `${applicant}/face-settings`)
  await say('ready', 'GET', `${applicant}/face-authentication-status`)
  await say('off', 'PATCH', `${applicant}/faces/${face.id}`, { status: 'DISABLED' })
  await say('not ready any more', 'GET', `${applicant}/face-authentication-status`)
  await say('on', 'PATCH', `${applicant}/faces/${face.id}`, { status: 'ACTIVE' })

  await say('a journey nobody made', 'POST', '/face-authentications', {
    applicant_id: ada.id,
    user_journey_id: 'usj_x',
  })
  const subject = { applicant_id: ada.id, user_journey_id: userJourneyId }
  const once = { 'idempotency-key': 'once' }
  const sent = await say('a sign-in', 'POST', '/face-authentications', subject, once)
  await say('the same once more', 'POST', '/face-authentications', subject, once)
  await say('another under that key', 'POST', '/face-authentications', {}, once)
  const signIn = `/face-authentications/${sent.id}`
  await say('an attempt nowhere', 'POST', `${signIn}/attempts`, { redirect_url: 'not an address' })
  const first = await say('an attempt', 'POST', `${signIn}/attempts`, {
    redirect_url: REDIRECT,
    locale: 'de',
  })
  const second = await say('another in its place', 'POST', `${signIn}/attempts`, { redirect_url: REDIRECT })
  await say('attempts', 'GET', `${signIn}/attempts`)
  await end('left', second, 'aborted')
  await say('retry', 'GET', signIn)
  const third = await say('a third', 'POST', `${signIn}/attempts`, { redirect_url: REDIRECT })
  await end('through', third, 'approved')
  await say('approved', 'GET', signIn)
  await say('the attempt', 'GET', `${signIn}/attempts/${third.id}`)
  await say('its pictures', 'GET', `${signIn}/attempts/${third.id}/assets`)
  await say('those of the first', 'GET', `${signIn}/attempts/${first.id}/assets`)
  await say('no more attempts', 'POST', `${signIn}/attempts`, { redirect_url: REDIRECT })
  await say('a face of that picture', 'POST', `${applicant}/faces`, { attempt_id: third.id })
  await say('a face of no picture', 'POST', `${applicant}/faces`, { attempt_id: first.id })

  for (const ending of ['declined', 'refused'] as const) {
    const { id } = await say('a sign-in', 'POST', '/face-authentications', subject)
    const attempts = `/face-authentications/${id}/attempts`
    await end(ending, await say('its attempt', 'POST', attempts, { redirect_url: REDIRECT }), ending)
    await say(ending, 'GET', `/face-authentications/${id}`)
  }

  const signIns = await say('sign-ins', 'GET', '/face-authentications?limit=2')
  const { pathname, search } = new URL(signIns._links.next.href)
  await say('those before them', 'GET', pathname + search)
  await say('a mismatch', 'GET', '/face-authentications?response_code=62321&status=declined')
  const whose = `provider=embedded&user_journey_id=${userJourneyId}&external_applicant_id=customer-7`
  await say('of that customer', 'GET', `/face-authentications?applicant_id=${ada.id}&${whose}`)
  await say('of times to come', 'GET', '/face-authentications?created_after=2999-01-01T00:00:00Z')
  await say('wrong filters', 'GET', '/face-authentications?cursor=1&status=done&colour=red&limit=x')
  await say('the customer', 'GET', '/applicants?external_applicant_id=customer-7')
  await say('nobody of that time', 'GET', '/applicants?created_before=2020-01-01T00:00:00%2B02:00')

  const enrolments = `${applicant}/face-enrollments`
  for (const ending of ['approved', 'aborted', 'refused'] as const) {
    const opened = await say('an enrolment', 'POST', enrolments, { redirect_url: REDIRECT })
    await end(`enrolment ${ending}`, opened, ending)
    await say('the enrolment', 'GET', `${enrolments}/${opened.id}`)
    await say('its face', 'GET', `${applicant}/faces/${opened.face_id}`)
  }
  await say('a face less', 'DELETE', `${applicant}/faces/${face.id}`)
  await say('is gone', 'GET', `${applicant}/faces/${face.id}`)

  await say('the same person', 'POST', '/face-matches', { source_image: ADA, target_image: ADA })
  await say('two people', 'POST', '/face-matches', { source_image: ADA, target_image: BEA })
  await say('no search', 'POST', '/face-searches', { image: ADA })

  await say('no such provider', 'POST', '/user-journeys', { name: 'Shop', provider: 'nobody' })
  const strict = { name: 'Shop', provider: 'embedded', allowed_redirect_urls: ['https://shop.example/in'] }
  const journey = await say('a journey', 'POST', '/user-journeys', {
    ...strict,
    one_to_n: true,
    locale: 'de',
  })
  await say('a changed journey', 'PATCH', `/user-journeys/${journey.id}`, { locale: null, retry_limit: 1 })
  await say('the journey', 'GET', `/user-journeys/${journey.id}`)
  const inShop = { applicant_id: ada.id, user_journey_id: journey.id }
  const shop = await say('a sign-in there', 'POST', '/face-authentications', inShop)
  const shopAttempts = `/face-authentications/${shop.id}/attempts`
  await say('an address not on its list', 'POST', shopAttempts, { redirect_url: REDIRECT })
  const only = await say('one that is', 'POST', shopAttempts, { redirect_url: 'https://shop.example/in/x' })
  await end('left', only, 'aborted')
  await say('the last try', 'GET', `/face-authentications/${shop.id}`)

  await say('a search', 'POST', '/face-searches', { image: ADA })
  await say('whose face?', 'POST', '/face-index', { image: ADA })
  const entry = await say('an entry', 'POST', '/face-index', { image: ADA, reference: 'a' })
  await say('known', 'POST', '/face-searches', { image: ADA })
  await say('the entry', 'GET', `/face-index/${entry.one_to_n_verification_id}`)
  await say('wholly gone', 'DELETE', `/face-index/${entry.one_to_n_verification_id}?features=true`)
  await say('unknown', 'POST', '/face-searches', { image: ADA })

  const hook = { url: 'http://127.0.0.1:9/hooks', event_types: ['face_authentication_created'] }
  const endpoint = await say('an endpoint', 'POST', '/webhook-endpoints', {
    ...hook,
    authorization: 'Basic eA',
  })
  const change = { active: false, event_types: null, authorization: null, description: 'Shop' }
  await say('a changed endpoint', 'PATCH', `/webhook-endpoints/${endpoint.id}`, change)
  await say('endpoints', 'GET', '/webhook-endpoints')
  await say('no endpoint', 'DELETE', `/webhook-endpoints/${endpoint.id}`)
  await say('events', 'GET', '/events?limit=50')

  const open = await say('an open sign-in', 'POST', '/face-authentications', subject)
  await say('its attempt', 'POST', `/face-authentications/${open.id}/attempts`, { redirect_url: REDIRECT })
  await say('erased', 'POST', `${signIn}/anonymize`)
  await say('the receipt', 'GET', `${signIn}/erasure-receipt`)
  await say('what stays', 'GET', `${signIn}/attempts/${third.id}`)
  await say('the person erased', 'POST', `${applicant}/anonymize`)
  await say('no faces', 'GET', `${applicant}/faces`)
  await say('the receipt', 'GET', `${applicant}/erasure-receipt`)
  await say('closed', 'GET', `/face-authentications/${open.id}`)
  await say('nothing new', 'POST', '/face-authentications', subject)
  return heard
}
