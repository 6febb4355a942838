import { applicantSchema } from '@visavis/shared/partner-answers'
import { Hono } from 'hono'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as z from 'zod'
import { endpoint, mount, withStatus } from './endpoint.ts'
import type { AppEnv } from './env.ts'
import { partnerEndpoint } from './partner-endpoint.ts'
import { toAppError } from './to-app-error.ts'

interface Deps {
  greeting: string
}

const told = { tag: 'Operations', audience: 'public', id: 'x', summary: 'X' } as const
const textSchema = z.object({ text: z.string() })
const texts = { 200: { description: 'A text', schema: textSchema } } as const

const greet = endpoint(
  {
    ...told,
    method: 'post',
    path: '/people/{personId}/greetings/{greetingId}',
    query: z.object({ loud: z.enum(['true']).optional() }),
    body: z.object({ name: z.string().default('you') }),
    answers: texts,
  },
  async ({ greeting }: Deps, { params, query, body }) => {
    expectTypeOf(params).toEqualTypeOf<{ personId: string } & { greetingId: string }>()
    expectTypeOf(query).toEqualTypeOf<{ loud?: 'true' | undefined }>()
    expectTypeOf(body).toEqualTypeOf<{ name: string }>()
    return { text: `${greeting} ${body.name} ${params.personId} ${params.greetingId} ${query.loud}` }
  },
)
const forget = endpoint(
  { ...told, method: 'delete', path: '/people', answers: { 204: { description: 'Gone' } } },
  async (_: Deps) => {},
)
const choose = endpoint(
  {
    ...told,
    method: 'put',
    path: '/people',
    otherBodies: { 'text/plain': z.string() },
    maxBytes: 8,
    tooLarge: (c) => c.text('less, please', 413),
    answers: { ...texts, 202: { description: 'Later' } },
  },
  async (_: Deps, { c, body }) => {
    expectTypeOf(body).toEqualTypeOf<undefined>()
    const text = await c.req.text()
    return text === '' ? withStatus(202, undefined) : withStatus(200, { text })
  },
)
const stream = endpoint(
  {
    ...told,
    method: 'post',
    path: '/stream',
    maxBytes: 'streamed',
    answers: { 200: { description: 'All of it', schema: z.string(), mediaType: 'text/plain' } },
  },
  async (_: Deps, { c }) => c.text(String((await c.req.arrayBuffer()).byteLength)),
)

const app = new Hono<AppEnv>()
app.onError((failure, c) => {
  const { errorCodes, status } = toAppError(failure)
  return c.json(errorCodes, status)
})
mount(app, [greet, forget, choose, stream], { greeting: 'Hello' })

const ask = async (method: string, path: string, body?: string, type = 'application/json') => {
  const headers = { 'content-type': type }
  const answer = await app.request(path, { method, headers, ...(body === undefined ? {} : { body }) })
  return { status: answer.status, text: await answer.text() }
}

describe('an endpoint', () => {
  it.each([
    ['POST', '/people/a/greetings/b?loud=true', 200, '{"text":"Hello Ada a b true"}', '{"name":"Ada"}'],
    ['POST', '/people/a/greetings/b', 200, '{"text":"Hello you a b undefined"}', undefined],
    ['POST', '/people/a/greetings/b', 422, '["name__invalid_type"]', '{"name":7}'],
    ['POST', '/people/a/greetings/b?loud=yes', 422, '["loud__invalid_format"]', '{"name":7}'],
    ['POST', '/people/a/greetings/b', 413, '["body_too_large"]', JSON.stringify({ name: 'x'.repeat(4096) })],
    ['DELETE', '/people', 204, '', undefined],
    ['PUT', '/people', 200, '{"text":"Ada"}', 'Ada'],
    ['PUT', '/people', 202, '', undefined],
    ['PUT', '/people', 413, 'less, please', '123456789'],
    ['POST', '/stream', 200, '5000', 'x'.repeat(5000)],
  ])('%s %s: %i %s', async (method, path, status, text, body) => {
    expect(await ask(method, path, body)).toEqual({ status, text })
  })

  it('takes no body of another type than it says', async () => {
    expect(await ask('POST', '/people/a/greetings/b', 'x', 'text/plain')).toEqual({
      status: 415,
      text: '["content_type_unsupported"]',
    })
  })

  it('runs its checks around the limit of its body', async () => {
    const seen: string[] = []
    const note = (name: string) => async (_: unknown, next: () => Promise<void>) => {
      seen.push(name)
      await next()
    }
    const routes = new Hono<AppEnv>()
    const options = { before: [note('before')], toChecks: ({ id }: { id: string }) => [note(`after ${id}`)] }
    mount(routes, [choose], { greeting: '' }, options)
    await routes.request('/people', { method: 'PUT', body: 'Ada' })
    expect(seen).toEqual(['before', 'after x'])
    expect((await routes.request('/people', { method: 'PUT', body: '123456789' })).status).toBe(413)
    expect(seen).toEqual(['before', 'after x', 'before'])
  })

  it('does not compile with less than it needs, or another answer than it tells of', () => {
    const spec = { tag: 'Applicants', method: 'get', path: '/a/{b}', id: 'a', summary: 'A' } as const
    const answers = { 200: { description: 'The applicant', schema: applicantSchema } } as const
    // @ts-expect-error a partner's endpoint without a scope is open to every key
    partnerEndpoint({ ...spec, answers: texts }, async (_: Deps) => ({ text: '' }))
    // @ts-expect-error no view of an applicant
    partnerEndpoint({ ...spec, scope: 'admin', answers }, async (_: Deps) => ({ id: 'x' }))
    // @ts-expect-error no name in the path
    partnerEndpoint({ ...spec, scope: 'admin', answers: texts }, async (_: Deps, { params }) => params.c)
    const two = { ...told, ...spec, answers: { ...texts, 202: { description: 'Later' } } } as const
    // @ts-expect-error a status that is not told of
    endpoint(two, () => withStatus(418, {}))
  })
})
