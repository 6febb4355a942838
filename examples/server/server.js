/** A partner's server: `node server.js FOLDER` serves the pages of that example. */
import { createServer } from 'node:http'
import { createVisavis, verifyWebhook } from '@visavis/server-sdk'
import { readPage } from './read-page.js'

const { VISAVIS_URL = 'http://localhost:8787', VISAVIS_API_KEY, WEBHOOK_SECRET, PORT = '3000' } = process.env
const origin = `http://localhost:${PORT}`
const redirect_url = `${origin}/back`

const visavis = createVisavis({ baseUrl: VISAVIS_URL, apiKey: VISAVIS_API_KEY })
const toLink = ({ _links }) => ({ visavis: VISAVIS_URL, verificationUrl: _links.verification_url.href })

// In earnest a journey is set up once, and the applicant is the customer who is signed in.
const allowed = { allowed_redirect_urls: [redirect_url], allowed_frame_origins: [origin] }
const journey = await visavis.post('/user-journeys', { body: { name: 'Example', provider: 'embedded', ...allowed } })
const applicant = await visavis.post('/applicants', { body: {} })
const ids = { applicant_id: applicant.id, user_journey_id: journey.id }

const routes = {
  'POST /enrol': async () => {
    const params = { path: { applicantId: applicant.id } }
    const body = { redirect_url, user_journey_id: journey.id }
    return toLink(await visavis.post('/applicants/{applicantId}/face-enrollments', { params, body }))
  },
  'POST /sign-in': async () => {
    const { id } = await visavis.post('/face-authentications', { body: ids })
    const params = { path: { faceAuthenticationId: id } }
    const attempt = await visavis.post('/face-authentications/{faceAuthenticationId}/attempts', { params, body: { redirect_url } })
    return { id, ...toLink(attempt) }
  },
  'GET /decision': ({ query }) =>
    visavis.get('/face-authentications/{faceAuthenticationId}', { params: { path: { faceAuthenticationId: query.get('id') } } }),
  // Throws unless the delivery is genuine and fresh.
  'POST /webhooks': async ({ body, headers }) => console.log(verifyWebhook({ secret: WEBHOOK_SECRET, headers, body })),
}
createServer(async (request, response) => {
  const { pathname, searchParams: query } = new URL(request.url, origin)
  const route = routes[`${request.method} ${pathname}`]
  if (!route) return readPage(process.argv[2], pathname, response)
  const body = Buffer.concat(await request.toArray())
  const answer = await route({ query, body, headers: request.headers }).catch(({ message }) => ({ message }))
  response.writeHead(answer?.message ? 400 : 200).end(JSON.stringify(answer ?? {}))
}).listen(PORT, () => console.log(`Open ${origin}`))
