const { VISAVIS_URL = 'http://localhost:8787', VISAVIS_API_KEY, PORT = '3000' } = process.env
const origin = `http://localhost:${PORT}`

export const visavis = async (path, body) => {
  const headers = { authorization: `Bearer ${VISAVIS_API_KEY}`, 'content-type': 'application/json' }
  const post = body && { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(VISAVIS_URL + path, { headers, cache: 'no-store', ...post })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

export const redirect_url = `${origin}/back`
export const toLink = ({ _links }) => ({ verificationUrl: _links.verification_url.href })

const setUp = async () => {
  const allowed = { allowed_redirect_urls: [redirect_url], allowed_frame_origins: [origin] }
  const journey = await visavis('/user-journeys', { name: 'Example', provider: 'embedded', ...allowed })
  const applicant = await visavis('/applicants', {})
  return { applicant_id: applicant.id, user_journey_id: journey.id }
}

/** In earnest a journey is set up once, and the applicant is the customer who is signed in. */
export const readIds = () => {
  globalThis.visavisIds ??= setUp()
  return globalThis.visavisIds
}
