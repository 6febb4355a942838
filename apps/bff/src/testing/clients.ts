import { checkAnswer } from './check-answer.ts'
import type { TestApp } from './test-app.ts'
import { fakeJpeg } from './test-app.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests assert on whatever came back
type Body = any

export interface Answer {
  status: number
  headers: Headers
  body: Body
}

/** One request; its answer is held to the OpenAPI document. */
export const ask = async (app: TestApp['app'], path: string, init: RequestInit): Promise<Answer> => {
  const response = await app.request(path, init)
  const { status, headers } = response
  const contentType = headers.get('content-type')
  const text = await response.text()
  checkAnswer({ method: init.method ?? 'GET', path, status, contentType, text })
  return { status, headers, body: contentType?.startsWith('application/json') ? JSON.parse(text) : text }
}

/** The partner's server. */
export const createPartnerClient = (
  { app, partner }: Pick<TestApp, 'app' | 'partner'>,
  apiKey = partner.apiKey,
) => {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const get = async (path: string) => ask(app, path, { headers })
  const post = async (path: string, body: unknown) =>
    ask(app, path, { method: 'POST', headers, body: JSON.stringify(body) })
  const patch = async (path: string, body: unknown) =>
    ask(app, path, { method: 'PATCH', headers, body: JSON.stringify(body) })
  const remove = async (path: string) => ask(app, path, { method: 'DELETE', headers })
  const createApplicant = async (body: object = {}): Promise<string> =>
    (await post('/applicants', body)).body.id
  const enrol = (applicantId: string, picture = fakeJpeg()) =>
    post(`/applicants/${applicantId}/faces`, { image: Buffer.from(picture).toString('base64') })

  /** An applicant with a face, and a face authentication for them. */
  const startAuthentication = async (knownApplicantId?: string): Promise<string> => {
    const applicantId = knownApplicantId ?? (await createApplicant())
    if (!knownApplicantId) await enrol(applicantId)
    const body = { applicant_id: applicantId, user_journey_id: partner.userJourneyId }
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

  /** An attempt that was decided as the provider is scripted. */
  const finishAttempt = async (applicantId: string, picture = fakeJpeg()) => {
    const attempt = await startAttempt(await startAuthentication(applicantId))
    const browser = createBrowserClient({ app }, attempt.token)
    await browser.session()
    await browser.consent()
    await browser.upload(picture)
    return attempt
  }

  return {
    get,
    post,
    patch,
    delete: remove,
    createApplicant,
    enrol,
    startAuthentication,
    startAttempt,
    finishAttempt,
  }
}

/** The applicant's browser. */
export const createBrowserClient = ({ app }: Pick<TestApp, 'app'>, token: string) => {
  const request = async (method: string, path: string, init: RequestInit = {}) =>
    ask(app, `/capture/${path}`, {
      ...init,
      method,
      headers: { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin', ...init.headers },
    })
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
    post,
    session: () => request('GET', 'session'),
    next: () => request('GET', 'next'),
    consent: () => post('consent'),
    abort: (reason: string) => post('abort', { reason }),
    refuse: () => post('refuse'),
    step: (handed: unknown) => post('step', { handed }),
    upload: (picture: RequestInit['body'] = fakeJpeg(), headers: Record<string, string> = {}) =>
      request('PUT', 'selfie', { body: picture, headers, duplex: 'half' } as RequestInit),
  }
}
