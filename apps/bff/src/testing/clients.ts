import type { TestApp } from './test-app.ts'
import { fakeJpeg } from './test-app.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests assert on whatever came back
type Body = any

export interface Answer {
  status: number
  headers: Headers
  body: Body
}

const toAnswer = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

/** The partner's server. */
export const createPartnerClient = (
  { app, partner }: Pick<TestApp, 'app' | 'partner'>,
  apiKey = partner.apiKey,
) => {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const get = async (path: string) => toAnswer(await app.request(path, { headers }))
  const post = async (path: string, body: unknown) =>
    toAnswer(await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) }))
  const enrol = (applicantId: string, picture = fakeJpeg()) =>
    post(`/applicants/${applicantId}/faces`, { image: Buffer.from(picture).toString('base64') })

  /** An applicant with a face, and a face authentication for them. */
  const startAuthentication = async (): Promise<string> => {
    const applicant = await post('/applicants', {})
    await enrol(applicant.body.id)
    const body = { applicant_id: applicant.body.id, user_journey_id: partner.userJourneyId }
    return (await post('/face-authentications', body)).body.id
  }

  const startAttempt = async (id?: string) => {
    const authenticationId = id ?? (await startAuthentication())
    const attempt = await post(`/face-authentications/${authenticationId}/attempts`, {
      redirect_url: 'https://partner.example/back?cart=7',
    })
    const link: string = attempt.body._links.verification_url.href
    return { authenticationId, attemptId: attempt.body.id as string, token: new URL(link).hash.slice(1) }
  }

  return { get, post, enrol, startAuthentication, startAttempt }
}

/** The applicant's browser. */
export const createBrowserClient = ({ app }: Pick<TestApp, 'app'>, token: string) => {
  const request = async (method: string, path: string, init: RequestInit = {}) =>
    toAnswer(
      await app.request(`/capture/${path}`, {
        ...init,
        method,
        headers: { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin', ...init.headers },
      }),
    )
  const post = (path: string, body?: unknown) =>
    request(
      'POST',
      path,
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    )
  return {
    request,
    session: () => request('GET', 'session'),
    next: () => request('GET', 'next'),
    consent: () => post('consent'),
    abort: (reason: string) => post('abort', { reason }),
    refuse: () => post('refuse'),
    upload: (picture: RequestInit['body'] = fakeJpeg()) =>
      request('PUT', 'selfie', { body: picture, duplex: 'half' } as RequestInit),
  }
}
