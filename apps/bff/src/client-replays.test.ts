/**
 * What Checkout.com's clients for Python, PHP and Go put on the wire (checkout-sdk-python 3.8, checkout-sdk-php 4,
 * checkout-sdk-go 2), sent again byte by byte: their runtimes are not there where the tests run. The client for Node itself
 * is driven in `checkout-client.test.ts`.
 */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, type RunningServer } from './server.ts'
import { openTestApp } from './testing/open-test-app.ts'

const { test, partner } = await openTestApp()
let server: RunningServer
let oauth: { client_id: string; client_secret: string }
beforeAll(async () => {
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
  oauth = (await partner.post('/oauth-clients', {})).body
})
afterAll(() => server.stop())

interface Sent {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}

/** No more headers than these and the framing. */
const send = ({ method, path, headers, body = '' }: Sent) =>
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on whatever came back
  new Promise<{ status: number; body: any }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, method, path, headers }, async (answer) => {
      let text = ''
      for await (const chunk of answer.setEncoding('utf8')) text += chunk
      resolve({ status: answer.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) })
    })
    asked.on('error', reject)
    asked.end(body)
  })

interface Client {
  name: string
  agent: string
  /** As it writes a body of that kind. */
  write: (body: object | undefined) => string
  /** Beside those of every call. */
  more: Record<string, string>
}

const writeAs = (emptyObject: string) => (body: object | undefined) =>
  body === undefined ? '' : Object.keys(body).length === 0 ? emptyObject : JSON.stringify(body)

const CLIENTS: Client[] = [
  {
    name: 'Python',
    agent: 'checkout-sdk-python/3.8.0',
    // `json.dumps` puts blanks behind colons and commas.
    write: (body) => writeAs('{}')(body).replaceAll('":', '": ').replaceAll(',"', ', "'),
    more: { 'Accept-Encoding': 'gzip, deflate', Connection: 'keep-alive' },
  },
  // An object without values is an empty array there.
  { name: 'PHP', agent: 'checkout-sdk-php/4.0.0', write: writeAs('[]'), more: {} },
  { name: 'Go', agent: 'checkout-sdk-go/2.0.0', write: writeAs('{}'), more: { 'Accept-Encoding': 'gzip' } },
]

describe.each(CLIENTS)('the client for $name', ({ agent, write, more }) => {
  const call = (method: string, path: string, body?: object, extra: Record<string, string> = {}) => {
    const text = write(body)
    return send({
      method,
      path,
      headers: {
        'User-Agent': agent,
        Accept: 'application/json',
        Authorization: `Bearer ${test.partner.apiKey}`,
        // Of a GET, too.
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(text)),
        ...more,
        ...extra,
      },
      body: text,
    })
  }

  it('goes through the main job', async () => {
    const applicant = await call('POST', '/applicants', { external_applicant_name: 'Hannah Bret' })
    expect(applicant.status).toBe(201)
    expect((await call('GET', `/applicants/${applicant.body.id}`)).body).toEqual(applicant.body)
    const changed = await call('PATCH', `/applicants/${applicant.body.id}`, { email: 'hannah@b.example' })
    expect(changed).toMatchObject({ status: 200, body: { email: 'hannah@b.example' } })
    const made = await call('POST', '/face-authentications', {
      applicant_id: applicant.body.id,
      user_journey_id: test.partner.userJourneyId,
    })
    const path = `/face-authentications/${made.body.id}`
    const attempt = await call('POST', `${path}/attempts`, {
      redirect_url: 'https://partner.example/back',
      client_information: { pre_selected_residence_country: 'FR', pre_selected_language: 'en-US' },
    })
    expect(attempt.body.status).toBe('pending_redirection')
    expect((await call('GET', `${path}/attempts`)).body.total_count).toBe(1)
    expect((await call('GET', `${path}/attempts/${attempt.body.id}`)).status).toBe(200)
    expect((await call('GET', `${path}/attempts/${attempt.body.id}/assets?skip=0&limit=0`)).body.limit).toBe(
      10,
    )
    expect((await call('GET', `${path}/attempts/${attempt.body.id}/assets?limit=5000`)).body.limit).toBe(100)
    expect((await call('POST', `${path}/anonymize`)).status).toBe(200)
    expect((await call('POST', `/applicants/${applicant.body.id}/anonymize`)).status).toBe(200)
  })

  it('makes an applicant of nothing', async () => {
    expect((await call('POST', '/applicants', {})).status).toBe(201)
  })

  it('sends its idempotency key by a name of its own', async () => {
    const key = { 'Cko-Idempotency-Key': `once ${agent}` }
    const [first, again] = [
      await call('POST', '/applicants', {}, key),
      await call('POST', '/applicants', {}, key),
    ]
    expect(again).toEqual(first)
  })

  it('reads errors by their status and body', async () => {
    expect(await call('GET', '/applicants/aplt_x')).toMatchObject({
      status: 404,
      body: { error_type: 'not_found', request_id: expect.any(String) },
    })
    expect(await call('POST', '/face-authentications', {})).toMatchObject({
      status: 422,
      body: { error_codes: expect.arrayContaining(['applicant_id__required']) },
    })
  })
})

describe('OAuth', () => {
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
  const basic = () => `Basic ${Buffer.from(`${oauth.client_id}:${oauth.client_secret}`).toString('base64')}`
  const credentials = () => ({ client_id: oauth.client_id, client_secret: oauth.client_secret })

  it.each([
    [
      'Python: in Basic and in the body',
      () => ({ headers: { Authorization: basic() }, fields: credentials() }),
    ],
    ['PHP: in the body', () => ({ headers: {}, fields: credentials() })],
    ['Go: in the body', () => ({ headers: {}, fields: credentials() })],
  ])('%s', async (_, toSent) => {
    const { headers, fields } = toSent()
    const token = await send({
      method: 'POST',
      path: '/connect/token',
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form({ ...fields, grant_type: 'client_credentials', scope: 'identity-verification' }),
    })
    expect(token).toMatchObject({ status: 200, body: { token_type: 'Bearer' } })
    const made = await send({
      method: 'POST',
      path: '/applicants',
      headers: { Authorization: `Bearer ${token.body.access_token}`, 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(made.status).toBe(201)
  })
})
