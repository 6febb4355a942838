import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { ENDPOINTS } from '../api-endpoints.ts'
import { partnerRoutes } from '../partner-api.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { createApiDocument } from './create-api-document.ts'
import { listScopedRoutes } from './require-scope.ts'

const { test } = await openTestApp()

/** Pages and files for browsers, and what vendors call: none of the API. */
const PAGES = [
  '/verify/',
  '/handoff',
  '/frame/',
  '/docs',
  '/widget/',
  '/engine/',
  '/demo',
  '/code',
  '/assets/',
  '/return/',
  '/vendor/',
  '/vendor-script/',
  '/console/assets/',
]
const isPage = (path: string) =>
  ['/', '/console', '/console/', '/console/preview', '/console/*'].includes(path) ||
  PAGES.some((page) => path.startsWith(page))

it('tells of every endpoint there is, and of no other', () => {
  const registered = test.app.routes
    // `use` and `all` register for every method: what goes before an endpoint, not one.
    .filter(({ method, path }) => method !== 'ALL' && !isPage(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, '')}`)
  const documented = ENDPOINTS.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  expect([...new Set(registered)].sort()).toEqual([...documented].sort())
})

it('names the scope that each endpoint asks for', () => {
  const asked = listScopedRoutes(partnerRoutes(test.deps)).map(
    ({ method, path, scope }) => `${method} ${path.replace(/:(\w+)/g, '{$1}').replace(/\/$/, '')} ${scope}`,
  )
  const documented = ENDPOINTS.filter(({ audience }) => audience === 'partner').map(
    ({ method, path, scope }) => `${method.toUpperCase()} ${path} ${scope}`,
  )
  expect(documented.sort()).toEqual(asked.sort())
})

it('is valid OpenAPI 3.1', async () => {
  const served = await (await test.app.request('/openapi.json')).json()
  const result = await new Validator().validate(served as Record<string, unknown>)
  expect(result).toEqual({ valid: true })
  expect(served).toMatchObject({ openapi: '3.1.0', servers: [{ url: test.deps.publicUrl }] })
})

it('names each call once', () => {
  const ids = ENDPOINTS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('says what it takes and gives as the schemas do', () => {
  const { paths, components } = createApiDocument(ENDPOINTS, { publicUrl: 'https://x.example', version: '1' })
  const create = paths?.['/face-authentications']?.post
  expect(create?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { required: ['applicant_id', 'user_journey_id'] } } },
  })
  expect(create?.parameters).toMatchObject([{ in: 'header', name: 'Idempotency-Key' }])
  expect(Object.keys(create?.responses ?? {})).toEqual(
    expect.arrayContaining(['201', '400', '401', '409', '413', '415', '422', '429', '500']),
  )
  expect(components?.schemas?.FaceAuthentication).toMatchObject({
    properties: { status: { enum: expect.arrayContaining(['approved', 'declined']) } },
  })
  expect(JSON.stringify(components)).not.toContain('"additionalProperties":false')
})

it('shows with each body of a partner an example that is taken', () => {
  const bodies = ENDPOINTS.flatMap(({ audience, id, body, otherBodies = {}, example }) => {
    const schema = body ?? Object.values(otherBodies)[0]
    return schema && (audience === 'partner' || audience === 'public') ? [{ id, schema, example }] : []
  })
  expect(bodies.length).toBeGreaterThan(15)
  for (const { id, schema, example } of bodies) expect(schema.safeParse(example).error, id).toBeUndefined()
})

it('is shown by a page that loads nothing from elsewhere and sends nothing anywhere', async () => {
  const page = await test.app.request('/docs')
  expect(page.status).toBe(200)
  const policy = page.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toMatch(/https?:|unsafe|\*/)
  const text = await page.text()
  const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
  expect(addresses).toEqual(['docs/swagger-ui.css', 'docs/swagger-ui-bundle.js', 'docs/start.js'])
  for (const address of addresses) {
    const answer = await test.app.request(`/${address}`)
    expect(answer.status, address).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/(css|javascript)/)
  }
  const script = await (await test.app.request('/docs/start.js')).text()
  expect(script).toContain('validatorUrl: null')
  expect(script).toContain('supportedSubmitMethods: []')
  for (const other of ['package.json', 'swagger-ui-bundle.js.map', '..%2fpackage.json']) {
    expect((await test.app.request(`/docs/${other}`)).status, other).toBe(404)
  }
})
