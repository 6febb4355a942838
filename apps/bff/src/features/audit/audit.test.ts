import { AUDIT_ACTIONS } from '@visavis/shared/audit'
import { type IdKind, isId } from '@visavis/shared/ids'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { PARTNER_ENDPOINTS } from '../../partner-endpoints.ts'
import { createPartnerClient } from '../../testing/clients.ts'
import { fakeFace } from '../../testing/fake-face.ts'
import { fillTenant } from '../../testing/fill-tenant.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { ACCEPTED, sendToReview } from '../../testing/send-to-review.ts'
import { fakeJpeg, PUBLIC_URL } from '../../testing/test-app.ts'
import { setUpTenant } from '../access/index.ts'
import { verifyAudit } from './verify-audit.ts'

const { test, pglite } = await openTestApp()
const { database } = test.deps

type Client = ReturnType<typeof createPartnerClient>
const REDIRECT = { redirect_url: 'https://partner.example/back' }
const FROM = { incoming: { socket: { remoteAddress: '::ffff:203.0.113.7' } } } as const

let tenantId: string
let apiKey: string
let keyId: string
let partner: Client
beforeEach(async () => {
  const input = { name: 'Watched', provider: 'embedded', allowedRedirectUrls: ['https://partner.example'] }
  const owner = await setUpTenant(database, { ...input, livenessPolicy: 'none' }, new Date())
  tenantId = owner.tenantId
  apiKey = owner.apiKey
  partner = createPartnerClient({ app: test.app, partner: owner })
  keyId = (await partner.get('/api-keys')).body.data[0].id
})

const list = async (query = '', client = partner) =>
  (await client.get(`/audit-events?limit=100&${query}`)).body.data
const verify = () => verifyAudit(database, tenantId)
const headers = () => ({ authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' })

describe('a call that may change something', () => {
  it('says what the audit log is told of it, or why nothing', () => {
    const declared = PARTNER_ENDPOINTS.filter(({ method }) => method !== 'get').map(({ id, audit }) => [
      id,
      'action' in audit ? audit.action : audit.none,
    ])
    expect(declared.length).toBeGreaterThan(20)
    for (const [id, what] of declared) expect(what, id).toMatch(/../)
    const silent = declared.filter(([, what]) => what?.includes(' ')).map(([id]) => id)
    // Whoever makes another one silent says so here.
    expect(silent).toEqual(['createApplicant', 'createFaceAuthentication', 'createAttempt', 'matchFaces'])
    const actions = declared.filter(([, what]) => !what?.includes(' ')).map(([, action]) => action)
    // What the console does, its own tests hold.
    const known = AUDIT_ACTIONS.filter(
      (action) => !action.startsWith('console_') && action !== 'picture.deny',
    )
    // A list that is read changes nothing, one that is taken away is told all the same; endpoints and vendors are tried in the console.
    const others = ['applicant', 'attempt', 'event', 'face', 'face_authentication'].map(
      (kind) => `${kind}.export`,
    )
    const ofConsole = [
      'picture.allow',
      'picture.ask',
      'picture.read',
      'picture.refuse',
      'user_journey.test',
      'webhook_endpoint.test',
    ]
    // At the terminal; and beside `key.create`, for the first key of test mode.
    const alongside = ['tenant.update', 'test_tenant.create']
    expect([...actions, ...others, ...ofConsole, ...alongside].sort()).toEqual(known)
  })

  it('does not compile without saying so', () => {
    const spec = {
      tag: 'Access',
      scope: 'admin',
      path: '/x',
      id: 'x',
      summary: '',
      answers: { 204: { description: '' } },
    } as const
    partnerEndpoint({ ...spec, method: 'get' }, () => {})
    // @ts-expect-error: `audit` is missing
    partnerEndpoint({ ...spec, method: 'delete' }, () => {})
  })

  describe('each by itself', () => {
    const KINDS: Record<string, IdKind> = {
      applicant: 'applicant',
      face: 'face',
      face_authentication: 'faceAuthentication',
      face_enrollment: 'faceEnrollment',
      indexed_face: 'indexedFace',
      key: 'apiKey',
      oauth_client: 'oauthClient',
      user_journey: 'userJourney',
      webhook_delivery: 'webhookDelivery',
      webhook_endpoint: 'webhookEndpoint',
    }
    const toBody = (picture: Uint8Array) => ({ image: Buffer.from(picture).toString('base64') })
    const BODIES: Record<string, object> = {
      addFace: toBody(fakeJpeg()),
      createFaceEnrollment: REDIRECT,
      createApiKey: { scopes: ['match'] },
      createUserJourney: { name: 'Web', provider: 'embedded' },
      createWebhookEndpoint: { url: 'https://127.0.0.1/hooks' },
      reviewFace: ACCEPTED,
      reviewFaceAuthentication: ACCEPTED,
      indexFace: { ...toBody(fakeFace(2)), reference: 'shop' },
      searchFaces: toBody(fakeFace(1)),
    }
    /** What takes away comes after everything that needs it. */
    const toTurn = ({ id, method }: { id: string; method: string }): number =>
      id.startsWith('anonymize') ? 2 : method === 'delete' ? 1 : 0
    it('is in the log once, with whom and what, when it has succeeded', async () => {
      const ids = await fillTenant(partner)
      await sendToReview(database, tenantId, ids)
      const audited = PARTNER_ENDPOINTS.flatMap(({ id, method, path, audit }) =>
        'action' in audit ? [{ id, method, path, action: audit.action }] : [],
      ).sort((a, b) => toTurn(a) - toTurn(b))
      const left: string[] = []
      for (const { id, method, path, action } of audited) {
        const before = (await list()).length
        const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name)
        const body = method === 'delete' ? {} : { body: JSON.stringify(BODIES[id] ?? {}) }
        const answer = await test.app.request(
          address,
          { method: method.toUpperCase(), headers: headers(), ...body },
          FROM,
        )
        const [event, ...others] = await list()
        expect(others.length + 1, `${id}: ${answer.status}`).toBe(before + (answer.ok ? 1 : 0))
        if (!answer.ok) {
          left.push(id)
          continue
        }
        const [subject = ''] = action.split('.')
        expect(event, id).toMatchObject({
          action,
          actor: { type: 'key', id: keyId },
          subject: { type: subject },
          client_address: '203.0.113.7',
          request_id: answer.headers.get('cko-request-id'),
        })
        expect(isId(KINDS[subject] as IdKind, event.subject.id), `${id} ${event.subject.id}`).toBe(true)
      }
      // The face is active already, and the delivery under way.
      expect(left.filter((id) => !['activateFace', 'redeliverWebhook'].includes(id))).toEqual([])
    })
  })

  it('is not, where it was refused', async () => {
    const before = await list()
    expect((await partner.post('/api-keys', { scopes: ['nothing'] })).status).toBe(422)
    expect((await partner.delete('/api-keys/key_x')).status).toBe(404)
    const { key } = (await partner.post('/api-keys', { scopes: ['match'] })).body
    const weak = createPartnerClient(test, key)
    expect((await weak.post('/api-keys', { scopes: ['admin'] })).status).toBe(403)
    expect(await list()).toHaveLength(before.length + 1)
  })

  it('is once, where its answer was given twice', async () => {
    const send = () =>
      test.app.request('/api-keys', {
        method: 'POST',
        headers: { ...headers(), 'idempotency-key': `once ${tenantId}` },
        body: JSON.stringify({ scopes: ['match'] }),
      })
    const before = (await list()).length
    const [first, second] = [await send(), await send()]
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await second.text()).toBe(await first.text())
    expect(await list()).toHaveLength(before + 1)
  })

  it('is answered only once the log knows of it', async () => {
    const insert = vi.spyOn(database.auditEvents, 'insert').mockRejectedValueOnce(new Error('disk full'))
    const answer = await partner.post('/api-keys', { scopes: ['match'] })
    insert.mockRestore()
    expect(answer.status).toBe(500)
    expect(JSON.stringify(answer.body)).not.toContain('sk_')
  })
})

describe('the log', () => {
  it('says who deleted a face, after the face and its person are gone', async () => {
    const applicantId = await partner.createApplicant()
    const { id: faceId } = (await partner.enrol(applicantId)).body
    const { id: deleterId, key } = (await partner.post('/api-keys', { scopes: ['face:remove'] })).body
    await createPartnerClient(test, key).delete(`/applicants/${applicantId}/faces/${faceId.toUpperCase()}`)
    await partner.post(`/applicants/${applicantId}/anonymize`, {})
    await partner.delete(`/api-keys/${deleterId}`)
    expect(await list(`subject_id=${faceId}`)).toMatchObject([
      { action: 'face.delete', actor: { type: 'key', id: deleterId }, subject: { type: 'face', id: faceId } },
      { action: 'face.add', actor: { type: 'key', id: keyId } },
    ])
    expect(await list(`actor_id=${deleterId}`)).toHaveLength(1)
    expect(await list('action=applicant.anonymize')).toMatchObject([{ subject: { id: applicantId } }])
    expect(await list('created_before=2020-01-01T00:00:00Z')).toEqual([])
  })

  it('names the client behind a token', async () => {
    const { client_id, client_secret } = (await partner.post('/oauth-clients', { scopes: ['admin'] })).body
    const token = await test.app.request('/connect/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
    })
    const { access_token } = (await token.json()) as { access_token: string }
    await createPartnerClient(test, access_token).post('/user-journeys', {
      name: 'Web',
      provider: 'embedded',
    })
    const [event] = await list('action=user_journey.create')
    expect(event.actor).toEqual({ type: 'oauth_client', id: client_id })
    expect(JSON.stringify(await list())).not.toContain(access_token)
  })

  it('begins with what the operator set up', async () => {
    const byNumber = (await list()).sort(
      (a: { number: number }, b: { number: number }) => b.number - a.number,
    )
    expect(byNumber).toMatchObject([
      { number: 2, action: 'key.create', actor: { type: 'terminal' }, subject: { id: keyId } },
      { number: 1, action: 'user_journey.create', actor: { type: 'terminal' } },
    ])
  })

  it('is read page by page, with a scope of its own that everyday clients do not have', async () => {
    const { key } = (await partner.post('/api-keys', { scopes: ['audit:view'] })).body
    const auditor = createPartnerClient(test, key)
    expect((await auditor.get('/user-journeys')).status).toBe(403)
    const first = (await auditor.get('/audit-events?limit=2')).body
    const second = (await auditor.get(first._links.next.href.slice(PUBLIC_URL.length))).body
    expect([...first.data, ...second.data]).toEqual(await list('', auditor))
    expect(second._links.next).toBeUndefined()
    const everyday = (await partner.post('/oauth-clients', {})).body
    expect(everyday.scopes).not.toContain('audit:view')
  })

  it('shows nobody that of another tenant', async () => {
    const { id } = (await partner.post('/api-keys', { scopes: ['match'] })).body
    const other = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
    const stranger = createPartnerClient({ app: test.app, partner: other })
    expect(await list('', stranger)).toHaveLength(2)
    for (const query of [`subject_id=${id}`, `actor_id=${keyId}`]) {
      expect(await list(query, stranger)).toEqual([])
      expect(await list(query)).not.toEqual([])
    }
  })

  it.each([
    ['action=face.steal', 'action__invalid_format'],
    ['actor_id=', 'actor_id__invalid_format'],
    ['skip=1', 'skip__unknown'],
  ])('%s: 422 %s', async (query, code) => {
    expect(await partner.get(`/audit-events?${query}`)).toMatchObject({
      status: 422,
      body: { error_codes: [code] },
    })
  })
})

describe('a picture', () => {
  const openPicture = async (address: string) => test.app.request(address.slice(PUBLIC_URL.length), {}, FROM)
  const decide = async () => {
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    const { authenticationId } = await partner.finishAttempt(applicantId)
    return authenticationId
  }

  it('that is looked at is in the log, with the key its address was given to', async () => {
    const id = await decide()
    const { id: viewerId, key } = (await partner.post('/api-keys', { scopes: ['face-authentication:*'] }))
      .body
    const viewer = createPartnerClient(test, key)
    const address: string = (await viewer.get(`/face-authentications/${id}`)).body.face.image_signed_url
    expect(await list('action=picture.read')).toEqual([])
    expect((await openPicture(address)).status).toBe(200)
    expect(await list('action=picture.read')).toMatchObject([
      {
        actor: { type: 'key', id: viewerId },
        subject: { type: 'picture', id: new URL(address).pathname.slice('/assets/'.length) },
        client_address: '203.0.113.7',
      },
    ])
  })

  it('is not shown without an entry, or under the name of another key', async () => {
    const address: string = (await partner.get(`/face-authentications/${await decide()}`)).body.face
      .image_signed_url
    expect((await openPicture(address.replace(keyId, `key_${'a'.repeat(26)}`))).status).toBe(403)
    const insert = vi.spyOn(database.auditEvents, 'insert').mockRejectedValueOnce(new Error('disk full'))
    const answer = await openPicture(address)
    insert.mockRestore()
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toContain('json')
    expect(await list('action=picture.read')).toEqual([])
  })
})

describe('the chain', () => {
  it('is whole, however many write at a time', async () => {
    await Promise.all(
      Array.from({ length: 5 }, () => partner.post('/api-keys', { scopes: ['match'] as const })),
    )
    const found = await verify()
    expect(found).toMatchObject({ verified: 7, broken: undefined })
    const [newest] = (await list()).toSorted(
      (a: { number: number }, b: { number: number }) => b.number - a.number,
    )
    expect(Buffer.from(found.hash).toString('hex')).toBe(newest.hash)
  })

  /** As somebody with the database would. */
  const tamper = async (statement: string) => {
    await pglite.exec('ALTER TABLE audit_events DISABLE TRIGGER audit_events_stay')
    await pglite.query(`${statement} AND tenant_id = $1`, [tenantId])
    await pglite.exec('ALTER TABLE audit_events ENABLE TRIGGER audit_events_stay')
  }

  it.each([
    [
      'another actor',
      "UPDATE audit_events SET actor_id = 'key_x' WHERE number = 2",
      2,
      'the row was changed',
    ],
    [
      'another address',
      "UPDATE audit_events SET client_address = '::1' WHERE number = 2",
      2,
      'the row was changed',
    ],
    ['an entry that was removed', 'DELETE FROM audit_events WHERE number = 2', 2, 'the row is gone'],
    ['the last one removed', 'DELETE FROM audit_events WHERE number = 3', 3, 'the row is gone'],
    [
      'an end that was moved back',
      'UPDATE audit_chains SET length = 2 WHERE length = 3',
      3,
      'the chain ends with another hash',
    ],
  ])('gives away %s', async (_, statement, number, problem) => {
    await partner.post('/api-keys', { scopes: ['match'] })
    await tamper(statement)
    expect((await verify()).broken).toMatchObject({ number, problem })
  })

  it.each(["UPDATE audit_events SET action = 'face.add'", 'DELETE FROM audit_events'])(
    'takes no %s',
    async (statement) => {
      await expect(pglite.exec(statement)).rejects.toThrow('audit_events takes new rows only')
      expect(await verify()).toMatchObject({ verified: 2, broken: undefined })
    },
  )
})
