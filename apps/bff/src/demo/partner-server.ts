import * as z from 'zod'

/**
 * What a partner's own server does, written as a partner would: plain HTTP with the API key, nothing of Visavis
 * imported. `docs/quick-start.md` shows the same calls with curl.
 */
export interface PartnerServer {
  /** @returns the new applicant's id, or why the picture was refused */
  enrol(name: string, photo: Blob): Promise<{ applicantId: string } | { errorCodes: string[] }>
  /** @returns the address to send the browser to */
  start(applicantId: string, returnUrl: string): Promise<string>
  /** @returns the face authentication as the API tells it, or `undefined` for an id that is not ours */
  readDecision(faceAuthenticationId: string): Promise<Decision | undefined>
}

const idSchema = z.object({ id: z.string() })
const attemptSchema = z.object({ _links: z.object({ verification_url: z.object({ href: z.string() }) }) })
const errorSchema = z.object({ error_codes: z.array(z.string()) })
const decisionSchema = z.looseObject({ id: z.string(), applicant_id: z.string(), status: z.string() })
export type Decision = z.infer<typeof decisionSchema>

interface PartnerServerOptions {
  baseUrl: string
  apiKey: string
  userJourneyId: string
}

export const createPartnerServer = ({
  baseUrl,
  apiKey,
  userJourneyId,
}: PartnerServerOptions): PartnerServer => {
  const call = (path: string, init: RequestInit = {}) =>
    fetch(baseUrl + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${apiKey}` } })

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' }
    const answer = await call(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}`)
    return answer.json()
  }

  return {
    enrol: async (name, photo) => {
      const applicant = idSchema.parse(await post('/applicants', { external_applicant_name: name }))
      const form = new FormData()
      form.set('image', photo)
      const answer = await call(`/applicants/${applicant.id}/faces`, { method: 'POST', body: form })
      if (answer.ok) return { applicantId: applicant.id }
      return { errorCodes: errorSchema.parse(await answer.json()).error_codes }
    },
    start: async (applicantId, returnUrl) => {
      const body = { applicant_id: applicantId, user_journey_id: userJourneyId }
      const { id } = idSchema.parse(await post('/face-authentications', body))
      const attempt = await post(`/face-authentications/${id}/attempts`, { redirect_url: returnUrl })
      return attemptSchema.parse(attempt)._links.verification_url.href
    },
    readDecision: async (id) => {
      const answer = await call(`/face-authentications/${encodeURIComponent(id)}`)
      return answer.ok ? decisionSchema.parse(await answer.json()) : undefined
    },
  }
}
