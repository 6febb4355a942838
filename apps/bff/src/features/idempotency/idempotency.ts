import { createHash } from 'node:crypto'
import { AppError } from '@visavis/shared/errors'
import { MAX_IDEMPOTENCY_KEY_LENGTH } from '@visavis/shared/limits'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { StatusCode } from 'hono/utils/http-status'
import type { PartnerEnv } from '../../http/env.ts'
import type { IdempotencyDeps } from './deps.ts'
import { type Answer, runOnce } from './run-once.ts'

/** What the handlers say with an answer; everything else is put on each answer anew. */
const KEPT_HEADERS = ['content-type', 'location', 'cache-control', 'www-authenticate']

/**
 * `Idempotency-Key` on every POST, as draft-ietf-httpapi-idempotency-key-header-07 has it: the same request again
 * gets the same status and body, with `Idempotent-Replayed: true`. The header is a structured string (RFC 9651
 * §3.3.3); bare words are taken too, most clients send those, and Checkout.com's send them as `Cko-Idempotency-Key`. Runs behind authentication and the body limit.
 * @throws AppError REQUEST_INVALID, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE
 */
export const idempotency = (deps: IdempotencyDeps) =>
  createMiddleware<PartnerEnv>(async (c, next) => {
    const header = c.req.header('idempotency-key') ?? c.req.header('cko-idempotency-key')
    if (header === undefined || c.req.method !== 'POST') return next()
    const input = {
      tenantId: c.get('tenantId'),
      keyHash: createHash('sha256').update(readKey(header)).digest(),
      fingerprint: await fingerprintOf(c),
    }
    const { answer, isReplayed } = await runOnce(deps, input, async () => {
      await next()
      return toAnswer(c.res)
    })
    if (!isReplayed) return
    c.header('Idempotent-Replayed', 'true')
    const body = answer.body === '' ? null : answer.body
    return c.newResponse(body, answer.status as StatusCode, answer.headers)
  })

const PRINTABLE = /^[\x20-\x7e]*$/
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/

const readKey = (header: string): string => {
  const quoted = QUOTED.exec(header)?.[1]
  const key = quoted === undefined ? header : quoted.replace(/\\(.)/g, '$1')
  if (key === '') throw new AppError('REQUEST_INVALID', { errorCodes: ['idempotency_key__required'] })
  if (!PRINTABLE.test(key)) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['idempotency_key__invalid_format'] })
  }
  if (key.length > MAX_IDEMPOTENCY_KEY_LENGTH) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['idempotency_key__too_long'] })
  }
  return key
}

/**
 * Method, address and body, and what the caller may do: a repetition with fewer rights must not get the answer. The
 * body itself is not kept.
 */
const fingerprintOf = async (c: Context<PartnerEnv>): Promise<Uint8Array> => {
  const { pathname, search } = new URL(c.req.url)
  const hash = createHash('sha256').update(
    JSON.stringify([c.req.method, pathname + search, [...c.get('scopes')].sort()]),
  )
  for (const part of await readParts(c)) hash.update(part)
  return hash.digest()
}

/**
 * What was sent, not how it was framed: of a form its fields, since each repetition invents a new boundary (RFC 2046
 * §5.1.1) and some clients a new file name; of anything else every byte. Hono keeps what it read, so the handler reads
 * it again.
 */
const readParts = async (c: Context<PartnerEnv>): Promise<(string | Uint8Array)[]> => {
  const body = new Uint8Array(await c.req.arrayBuffer())
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) return [body]
  // One that cannot be read is refused by its handler.
  const form = await c.req.formData().catch(() => undefined)
  if (!form) return [body]
  const parts = await Promise.all(
    [...form].map(async ([name, value]) => {
      const bytes = typeof value === 'string' ? Buffer.from(value) : new Uint8Array(await value.arrayBuffer())
      // With its length, so that nothing moves from one field into the next.
      return [JSON.stringify([name, typeof value, bytes.byteLength]), bytes]
    }),
  )
  return parts.flat()
}

const toAnswer = async (response: Response): Promise<Answer> => {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: await response.clone().text(),
  }
}
