/** What the vendor's Go client (3.15) sends, byte by byte: where it differs from the others, the service takes it. */
import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFaceComparer } from '../kit/index.ts'
import { createPortrait } from '../testing/portraits.ts'
import { deliverSelfie, startYotiSandbox } from './index.ts'

const faces = createFaceComparer()
let sandbox: Awaited<ReturnType<typeof startYotiSandbox>>
beforeAll(async () => {
  sandbox = await startYotiSandbox({ faces })
})
afterAll(async () => {
  await sandbox.close()
  await faces.close()
})

/** Random bytes in upper case, dashes between them, and no version bits. */
const goNonce = (bytes = randomBytes(16)) =>
  bytes
    .toString('hex')
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

interface Sent {
  body?: Uint8Array
  contentType?: string
  nonce?: string
}
const go = async (method: string, path: string, { body, contentType, nonce = goNonce() }: Sent = {}) => {
  const { base_url, sdk_id, private_key = '' } = sandbox.credentials
  const target = `${path}?sdkID=${sdk_id}&timestamp=${Math.floor(Date.now() / 1000) * 1000}&nonce=${nonce}`
  const parts = [method, target, ...(body ? [Buffer.from(body).toString('base64')] : [])]
  const digest = sign('sha256', Buffer.from(parts.join('&')), createPrivateKey(private_key))
  const answer = await fetch(`${base_url}${target}`, {
    method,
    headers: {
      'X-Yoti-Auth-Digest': digest.toString('base64'),
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    },
    ...(body ? { body: Uint8Array.from(body) } : {}),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}
const json = (value: object): Sent => ({
  body: Buffer.from(JSON.stringify(value)),
  contentType: 'application/json',
})

it('runs a face authentication: its nonce, sdkID, manual_check in LIVENESS, and every picture a PNG', async () => {
  const created = await go(
    'POST',
    '/sessions',
    json({
      requested_checks: [
        { type: 'LIVENESS', config: { max_retries: 3, liveness_type: 'STATIC', manual_check: 'NEVER' } },
        { type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } },
      ],
    }),
  )
  expect(created.status).toBe(201)
  const { session_id: sessionId, client_session_token: token } = created.body
  const session = `/sessions/${sessionId}`
  const { body: configuration } = await go('GET', `${session}/configuration`)
  const requirement_id = configuration.capture.required_resources[1].id
  const place = `${session}/resources/face-capture`
  const resource = await go('POST', place, json({ requirement_id }))
  expect(resource.status).toBe(201)

  const anna = await createPortrait('anna')
  const boundary = randomBytes(30).toString('hex')
  const head = `--${boundary}\r
Content-Disposition: form-data; name="binary-content"; filename="face-capture-image"\r
Content-Type: image/png\r
\r
`
  const body = Buffer.concat([Buffer.from(head), anna, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const contentType = `multipart/form-data; boundary=${boundary}`
  expect((await go('PUT', `${place}/${resource.body.id}/image`, { body, contentType })).status).toBe(200)
  await deliverSelfie(sandbox.origin, { sessionId, token }, anna)
  const { body: read } = await go('GET', session)
  expect(read).toMatchObject({
    state: 'COMPLETED',
    checks: [
      { type: 'LIVENESS', report: { recommendation: { value: 'APPROVE' } } },
      { type: 'FACE_COMPARISON', report: { recommendation: { value: 'APPROVE' } } },
    ],
  })
  expect((await go('DELETE', session)).status).toBe(204)
})

it.each([
  ['one that came before', goNonce(Buffer.alloc(16, 0xab)), 401],
  ['one that is too short', 'ABCD', 401],
])('refuses a nonce: %s', async (_, nonce, status) => {
  const path = '/sessions/00000000-0000-0000-0000-000000000000'
  await go('GET', path, { nonce })
  expect((await go('GET', path, { nonce })).status).toBe(status)
})
