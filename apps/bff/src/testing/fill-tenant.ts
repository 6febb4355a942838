import type { createPartnerClient } from './clients.ts'
import { fakeFace } from './fake-face.ts'

/** By the name of the parameter. */
export type Ids = Record<string, string>

const REDIRECT = { redirect_url: 'https://partner.example/back' }

/** One of everything that a path can name. */
export const fillTenant = async (client: ReturnType<typeof createPartnerClient>): Promise<Ids> => {
  // Those of earlier calls: a tenant may have 20.
  const { data: earlier } = (await client.get('/webhook-endpoints?limit=100')).body
  for (const { id } of earlier) await client.delete(`/webhook-endpoints/${id}`)
  const endpoint = await client.post('/webhook-endpoints', { url: 'https://127.0.0.1/hooks' })
  const journey = await client.post('/user-journeys', {
    name: 'Web',
    provider: 'embedded',
    allowed_redirect_urls: ['https://partner.example'],
    one_to_n: true,
  })
  const applicantId = await client.createApplicant()
  const face = await client.enrol(applicantId)
  const enrollment = await client.post(`/applicants/${applicantId}/face-enrollments`, REDIRECT)
  const input = { applicant_id: applicantId, user_journey_id: journey.body.id }
  const authentication = await client.post('/face-authentications', input)
  const attempt = await client.post(`/face-authentications/${authentication.body.id}/attempts`, REDIRECT)
  const deliveries = await client.get(`/webhook-endpoints/${endpoint.body.id}/deliveries`)
  const events = await client.get('/events')
  const picture = Buffer.from(fakeFace(1)).toString('base64')
  const indexed = await client.post('/face-index', { image: picture, applicant_id: applicantId })
  return {
    applicantId,
    apiKeyId: (await client.post('/api-keys', { scopes: ['match'] })).body.id,
    oauthClientId: (await client.post('/oauth-clients', {})).body.id,
    userJourneyId: journey.body.id,
    faceId: face.body.id,
    indexedFaceId: indexed.body.one_to_n_verification_id,
    enrollmentId: enrollment.body.id,
    faceAuthenticationId: authentication.body.id,
    attemptId: attempt.body.id,
    webhookEndpointId: endpoint.body.id,
    webhookDeliveryId: deliveries.body.data[0].id,
    eventId: events.body.data[0].id,
  }
}
