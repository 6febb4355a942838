/** A partner's server in 40 lines: `node server.js FOLDER` serves the pages of that example. */
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { readPage } from './read-page.js'

const { VISAVIS_URL = 'http://localhost:8787', VISAVIS_API_KEY, WEBHOOK_SECRET, PORT = '3000' } = process.env
const origin = `http://localhost:${PORT}`
const redirect_url = `${origin}/back`

const visavis = async (path, body) => {
  const headers = { authorization: `Bearer ${VISAVIS_API_KEY}`, 'content-type': 'application/json' }
  const answer = await fetch(VISAVIS_URL + path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
const toLink = ({ _links }) => ({ visavis: VISAVIS_URL, verificationUrl: _links.verification_url.href })

// In earnest a journey is set up once, and the applicant is the customer who is signed in.
const allowed = { allowed_redirect_urls: [redirect_url], allowed_frame_origins: [origin] }
const { id: user_journey_id } = await visavis('/user-journeys', { name: 'Example', provider: 'embedded', ...allowed })
const { id: applicant_id } = await visavis('/applicants', {})

const routes = {
  'POST /enrol': async () => toLink(await visavis(`/applicants/${applicant_id}/face-enrollments`, { redirect_url, user_journey_id })),
  'POST /sign-in': async () => {
    const { id } = await visavis('/face-authentications', { applicant_id, user_journey_id })
    return { id, ...toLink(await visavis(`/face-authentications/${id}/attempts`, { redirect_url })) }
  },
  'GET /decision': ({ query }) => visavis(`/face-authentications/${encodeURIComponent(query.get('id'))}`),
  // Throws unless the delivery is genuine and fresh.
  'POST /webhooks': async ({ body, headers }) => console.log(new Webhook(WEBHOOK_SECRET).verify(body, headers)),
}
createServer(async (request, response) => {
  const { pathname, searchParams: query } = new URL(request.url, origin)
  const route = routes[`${request.method} ${pathname}`]
  if (!route) return readPage(process.argv[2], pathname, response)
  const body = Buffer.concat(await request.toArray()).toString()
  const answer = await route({ query, body, headers: request.headers }).catch(({ message }) => ({ message }))
  response.writeHead(answer?.message ? 400 : 200).end(JSON.stringify(answer ?? {}))
}).listen(PORT, () => console.log(`Open ${origin}`))
