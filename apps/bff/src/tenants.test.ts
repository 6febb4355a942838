/** What belongs to one partner does not exist for another: same answer, by the same statements, as for no such id. */
import { ID_PREFIXES, type IdKind, newId } from '@visavis/shared/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpTenant } from './features/access/set-up-tenant.ts'
import { listScopedRoutes } from './http/require-scope.ts'
import { partnerRoutes } from './partner-api.ts'
import { createPartnerClient } from './testing/clients.ts'
import { fillTenant, type Ids } from './testing/fill-tenant.ts'
import { ACCEPTED } from './testing/send-to-review.ts'
import { createTestApp, fakeJpeg, type TestApp } from './testing/test-app.ts'

const REDIRECT = { redirect_url: 'https://partner.example/back' }
const IMAGE = { image: Buffer.from(fakeJpeg()).toString('base64') }

/** Bodies that get past the check of their shape, so that the ids of the path are looked at. Others send `{}`. */
const BODIES: Record<string, object> = {
  'POST /applicants/:applicantId/faces': IMAGE,
  'POST /applicants/:applicantId/face-enrollments': REDIRECT,
  'POST /face-authentications/:faceAuthenticationId/attempts': REDIRECT,
  'POST /face-authentications/:faceAuthenticationId/review': ACCEPTED,
  'POST /applicants/:applicantId/faces/:faceId/review': ACCEPTED,
}

/** Which kind of id stands in a path. A parameter that is not here fails the test: name it after its kind. */
const KINDS: Record<string, IdKind> = {
  ...Object.fromEntries(Object.keys(ID_PREFIXES).map((kind) => [`${kind}Id`, kind as IdKind])),
  enrollmentId: 'faceEnrollment',
}

let test: TestApp
let owner: ReturnType<typeof createPartnerClient>
let strangerKey: string
let foreign: Ids
let own: Ids
const routes = () => listScopedRoutes(partnerRoutes(test.deps)).filter(({ path }) => path.includes(':'))

const createUnknown = (): Ids =>
  Object.fromEntries(Object.entries(KINDS).map(([parameter, kind]) => [parameter, newId(kind)]))

const toAddress = (path: string, ids: Ids): string =>
  path.replaceAll(/:(\w+)/g, (_, parameter: string) => {
    const id = ids[parameter]
    if (!id) throw new Error(`add one of the kind "${parameter}" to fillTenant()`)
    return id
  })

/** The answer without what differs from request to request, and the statements that led to it. */
const ask = async (key: string, method: string, address: string, body: object) => {
  const from = test.queries.length
  const answer = await test.app.request(address, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const { request_id: _, ...rest } = text === '' ? {} : JSON.parse(text)
  return {
    status: answer.status,
    body: rest,
    isKept: answer.headers.get('cache-control') !== 'no-store',
    queries: test.queries.slice(from),
  }
}

beforeAll(async () => {
  test = await createTestApp()
  owner = createPartnerClient(test)
  const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
  strangerKey = other.apiKey
  const allow = { allowed_redirect_urls: ['https://partner.example'] }
  const stranger = createPartnerClient(test, strangerKey)
  await stranger.patch(`/user-journeys/${other.userJourneyId}`, allow)
  foreign = await fillTenant(owner)
  own = await fillTenant(stranger)
})
afterAll(() => test.close())

/** What takes away comes after everything that reads it; a receipt is there only then. */
const toTurn = ({ method, path }: { method: string; path: string }): number => {
  if (path.endsWith('/erasure-receipt')) return 3
  if (path.endsWith('/anonymize')) return 2
  return method === 'DELETE' ? 1 : 0
}

describe('every path with an id', () => {
  it("is 404 with another partner's ids, exactly as with ids nobody has", async () => {
    for (const { method, path } of routes()) {
      const name = `${method} ${path}`
      const body = BODIES[name] ?? {}
      const theirs = await ask(strangerKey, method, toAddress(path, foreign), body)
      const nobodys = await ask(strangerKey, method, toAddress(path, createUnknown()), body)
      expect(theirs, name).toMatchObject({ status: 404, isKept: false })
      expect(theirs, name).toEqual(nobodys)
      // One statement for the key, at least one that looks for the row.
      expect(theirs.queries.length, name).toBeGreaterThan(1)
    }
  })

  it('is 404 where only its last id is foreign', async () => {
    const nested = routes().filter(({ path }) => path.split(':').length > 2)
    expect(nested.length).toBeGreaterThan(3)
    for (const { method, path } of nested) {
      const name = `${method} ${path}`
      const body = BODIES[name] ?? {}
      const last = /:(\w+)(?!.*:)/.exec(path)?.[1] ?? ''
      const mix = (ids: Ids) => toAddress(path, { ...own, [last]: ids[last] ?? '' })
      const theirs = await ask(strangerKey, method, mix(foreign), body)
      expect(theirs.status, name).toBe(404)
      expect(theirs, name).toEqual(await ask(strangerKey, method, mix(createUnknown()), body))
    }
  })

  it('is there for its owner, and no cache keeps it', async () => {
    const inOrder = routes().sort((a, b) => toTurn(a) - toTurn(b))
    for (const { method, path } of inOrder) {
      const name = `${method} ${path}`
      const answer = await ask(test.partner.apiKey, method, toAddress(path, foreign), BODIES[name] ?? {})
      expect(answer.status, name).not.toBe(404)
      expect(answer.status, name).toBeLessThan(500)
      expect(answer.isKept, name).toBe(false)
    }
  })
})

it.each([
  [
    'POST /face-authentications',
    (ids: Ids) => ({ applicant_id: ids.applicantId, user_journey_id: ids.userJourneyId }),
  ],
  ['POST /applicants/:applicantId/faces', (ids: Ids) => ({ attempt_id: ids.attemptId })],
  [
    'POST /applicants/:applicantId/face-enrollments',
    (ids: Ids) => ({ ...REDIRECT, user_journey_id: ids.userJourneyId }),
  ],
])("%s takes another partner's ids for unknown ones in its body", async (name, toBody) => {
  const [method = '', path = ''] = name.split(' ')
  const send = (ids: Ids) => ask(strangerKey, method, toAddress(path, own), toBody(ids))
  const theirs = await send(foreign)
  expect(theirs.status).toBeGreaterThanOrEqual(400)
  expect(theirs).toEqual(await send(createUnknown()))
})

it('lists show nothing of another partner', async () => {
  const lists = listScopedRoutes(partnerRoutes(test.deps)).filter(
    // Of a stream its own test says the same.
    ({ method, path }) => method === 'GET' && !path.includes(':') && !path.endsWith('/stream'),
  )
  expect(lists.length).toBeGreaterThan(3)
  const text = Object.values(foreign)
  for (const { path } of lists) {
    const { body } = await createPartnerClient(test, strangerKey).get(`${path}?limit=100`)
    expect(body.data.length, path).toBeGreaterThan(0)
    const shown = JSON.stringify(body)
    expect(
      text.filter((id) => shown.includes(id)),
      path,
    ).toEqual([])
  }
})
