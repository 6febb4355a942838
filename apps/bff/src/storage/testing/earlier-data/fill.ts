import { newId } from '@visavis/shared/ids'
import { setUpTenant } from '../../../features/access/set-up-tenant.ts'
import { deliverWebhook } from '../../../features/webhooks/deliver-webhook.ts'
import { SCRIPTED_RECOGNITION } from '../../../testing/scripted-provider.ts'
import { fakeJpeg } from '../../../testing/test-app.ts'
import { startWebhookReceiver } from '../../../testing/webhook-receiver.ts'
import type { EarlierApp, Partner } from './earlier-app.ts'
import type { EarlierData } from './earlier-data.ts'
import { fillCaptures, fillVendorCaptures, finishAttempt, SETTINGS } from './fill-captures.ts'
import { type Earlier, fillEnrollments, fillFaces, fillIndex } from './fill-people.ts'

const ALLOWED = ['https://partner.example']
const MOVED_SETTINGS = { api_key: 'the-key-of-before' }
const DAY_MS = 86_400_000

/** Everything but what is counted afterwards. */
export type Filled = Omit<EarlierData, 'engine' | 'writtenOn' | 'counts' | 'jobs' | 'answers'> & {
  paths: Paths
}
type Paths = Record<keyof EarlierData['partners'], string[]>

/** One of everything that can be kept, put there by the app itself as far as it can be asked to. */
export const fill = async (test: EarlierApp, earlier: Earlier): Promise<Filled> => {
  const setUp = (name: string) =>
    setUpTenant(
      test.deps.database,
      { name, provider: 'embedded', allowedRedirectUrls: ALLOWED, livenessPolicy: 'none' },
      test.deps.now(),
    )
  const first = await setUp('Earlier & Co')
  const second = await setUp('Somebody else')
  let templatesMade = 0
  test.provider.enrol = async (image) => {
    templatesMade += 1
    return {
      kind: 'enrolled',
      template: { ...SCRIPTED_RECOGNITION, data: Uint8Array.of(templatesMade, image.length % 256, 9) },
    }
  }

  const access = await fillAccess(test, first)
  const journeys = await fillJourneys(test, first)
  const { ada, atVendor, vendorFaces, pictures } = await fillFaces(test, first, journeys.vendorJourneyId)
  const {
    eve,
    paths: enrollments,
    unopened: enrollment,
    picture: enrolled,
  } = await fillEnrollments(test, first, earlier)
  const indexed = await fillIndex(test, first, ada)
  const captures = await fillCaptures(test, first, {
    ada,
    oneTryJourneyId: journeys.oneTryJourneyId,
    earlier,
  })
  const atVendors = await fillVendorCaptures(test, first, { ada, ...journeys })
  // As the retention job does; what comes after is enough of them.
  await test.deps.database.events.deleteBefore(test.deps.now())
  const gone = await fillErased(test, first)
  const other = await fillSecond(test, second)
  const once = await fillOnce(test, first, ada)
  const webhook = await fillWebhooks(test, first, ada)
  const codeTries = await test.deps.database.codeTries.take(
    'earlier',
    test.deps.now(),
    new Date(test.deps.now().getTime() + DAY_MS),
  )

  const page = '?limit=100'
  const authentications = [...captures.authentications, ...atVendors.authentications]
  return {
    partners: { first, second },
    ...access,
    once,
    links: {
      unopened: captures.unopened,
      digits: captures.digits,
      enrollment,
      waiting: captures.waiting,
      connected: captures.connected,
    },
    pictures: [...pictures, enrolled, captures.picture],
    webhook,
    captures: atVendors.captures,
    returned: atVendors.returned,
    moved: { ...atVendors.moved, settings: MOVED_SETTINGS },
    step: atVendors.step,
    vendorFaces,
    vendorEntry: await fillVendorIndex(test, first, journeys.vendorJourneyId),
    ...(indexed ? { indexed } : {}),
    removed: other.removed,
    codeTries: { key: 'earlier', count: codeTries.count },
    openReceipt: atVendors.openReceipt,
    paths: {
      first: [
        `/api-keys${page}`,
        `/oauth-clients${page}`,
        `/user-journeys${page}`,
        `/webhook-endpoints${page}`,
        `/webhook-endpoints/${webhook.endpointId}/deliveries${page}`,
        `/events${page}`,
        ...[ada, atVendor, eve, gone].flatMap((id) => [
          `/applicants/${id}`,
          `/applicants/${id}/faces${page}`,
        ]),
        `/applicants/${gone}/erasure-receipt`,
        ...enrollments,
        ...authentications.flatMap((id) => [
          `/face-authentications/${id}`,
          `/face-authentications/${id}/attempts${page}`,
        ]),
        captures.picturesPath,
        ...(indexed ? [`/face-index/${indexed.id}`] : []),
      ],
      second: other.paths,
    },
  }
}

const fillAccess = async (test: EarlierApp, partner: Partner) => {
  const client = test.as(partner)
  const { body: key } = await client.post('/api-keys', { name: 'Only compares', scopes: ['match'] })
  const { body: oauth } = await client.post('/oauth-clients', { name: 'Back office' })
  const { client_id, client_secret } = oauth
  const answer = await test.app.request('/connect/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const { access_token } = (await answer.json()) as { access_token: string }
  return {
    keys: { matchOnly: key.key as string },
    oauth: { clientId: client_id as string, clientSecret: client_secret as string, token: access_token },
  }
}

const fillJourneys = async (test: EarlierApp, partner: Partner) => {
  const create = async (body: object): Promise<string> =>
    (await test.as(partner).post('/user-journeys', { allowed_redirect_urls: ALLOWED, ...body })).body.id
  const vendorJourneyId = await create({
    name: 'Sign-in "on the web"',
    provider: 'scripted-vendor',
    provider_settings: SETTINGS,
    allowed_frame_origins: ['https://shop.example'],
    theme: { colors: { accent_text: '#0a0b0c' }, radius: 4 },
    locale: 'pt-BR',
    copy: { start_title: 'Hallo "du"' },
    thresholds: { eyes_open: { enter: 0.03, leave: 0.035, blocks: false }, off_centre_x: null },
    retention_days: 90,
    alternative_url: 'https://partner.example/other',
  })
  const movedJourneyId = await create({
    name: 'Moved',
    provider: 'scripted-vendor',
    provider_settings: MOVED_SETTINGS,
  })
  const oneTryJourneyId = await create({ name: 'One try', provider: 'embedded', retry_limit: 1 })
  await create({
    name: 'Search',
    provider: 'embedded',
    one_to_n: true,
    minimum_match_level: 4,
    handoff: false,
  })
  return { vendorJourneyId, movedJourneyId, oneTryJourneyId }
}

/** An applicant of whom nothing personal is left. */
const fillErased = async (test: EarlierApp, partner: Partner): Promise<string> => {
  const client = test.as(partner)
  const id = await client.createApplicant({ external_applicant_id: 'gone', email: 'gone@example.com' })
  await client.enrol(id)
  await finishAttempt(test, partner, id)
  await client.post(`/applicants/${id}/anonymize`, {})
  return id
}

/** Another partner, with pictures that a server which died was writing and erasing. */
const fillSecond = async (test: EarlierApp, partner: Partner) => {
  const client = test.as(partner)
  const applicant = await client.createApplicant({ external_applicant_id: 'customer-7' })
  await client.enrol(applicant)
  const { database, assets, now } = test.deps
  const put = async () => {
    const id = newId('asset')
    const ownerId = newId('face')
    await database.assets.insert({
      id,
      tenantId: partner.tenantId,
      ownerId,
      applicantId: null,
      type: 'face_image',
      mediaType: 'image/jpeg',
      bytes: 64,
      quality: null,
      bytesHash: null,
      printBands: null,
      printSealed: null,
      dataKeyId: null,
      source: null,
      status: 'writing',
      writer: 'a process that died',
      createdOn: new Date(now().getTime() - DAY_MS),
    })
    await assets.put(
      { id, tenantId: partner.tenantId, ownerId, applicantId: null, applicantKey: null },
      fakeJpeg(),
    )
    return { id, ownerId }
  }
  const erasing = await put()
  await database.assets.markStored(erasing.id)
  await database.assets.markErasing(partner.tenantId, [erasing.ownerId])
  const writing = await put()
  return {
    paths: [`/applicants/${applicant}`, `/applicants/${applicant}/faces`, '/user-journeys'],
    removed: { erasing: erasing.id, writing: writing.id },
  }
}

const fillOnce = async (test: EarlierApp, { apiKey, userJourneyId }: Partner, applicant_id: string) => {
  const key = 'the same request'
  const path = '/face-authentications'
  const request = { applicant_id, user_journey_id: userJourneyId }
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
  const answer = await test.app.request(path, { method: 'POST', headers, body: JSON.stringify(request) })
  return { key, path, request, answer: (await answer.json()) as object }
}

const fillVendorIndex = (test: EarlierApp, { tenantId }: Partner, userJourneyId: string) =>
  test.deps.database.vendorIndex.remember({
    id: newId('indexedFace'),
    tenantId,
    userJourneyId,
    provider: 'scripted-vendor',
    vendorEntry: 'their-entry',
    reference: 'ours',
    hasPicture: true,
    createdOn: test.deps.now(),
  })

/** One delivery of each status. What waits has its job, which does not run here. */
const fillWebhooks = async (test: EarlierApp, partner: Partner, applicant_id: string) => {
  const receiver = await startWebhookReceiver()
  const client = test.as(partner)
  const authorization = 'Basic ZWFybGllcg=='
  const { body: endpoint } = await client.post('/webhook-endpoints', {
    url: receiver.url,
    authorization,
    description: 'First',
  })
  await client.post('/webhook-endpoints', {
    url: receiver.url,
    event_types: ['face_authentication_created'],
    active: false,
  })
  const happen = async () => {
    await client.post('/face-authentications', { applicant_id, user_journey_id: partner.userJourneyId })
    const { body } = await client.get(`/webhook-endpoints/${endpoint.id}/deliveries`)
    return body.data[0] as { id: string; event_id: string }
  }
  const deliver = (deliveryId: string, turn: number) =>
    deliverWebhook(test.deps, { tenantId: partner.tenantId, deliveryId, turn })
  await deliver((await happen()).id, 0)
  receiver.answer(500)
  const failing = await happen()
  for (let turn = 0; turn < 9; turn += 1) await deliver(failing.id, turn)
  const waiting = await happen()
  await receiver.close()
  return {
    endpointId: endpoint.id as string,
    secret: endpoint.secret as string,
    deliveryId: waiting.id,
    eventId: waiting.event_id,
    authorization,
  }
}
