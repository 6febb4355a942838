import { randomUUID } from 'node:crypto'
import createClient, { type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch'
import type { HttpMethod, PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers'
import { type ApiKey, createCredentials, type OauthClient } from './create-credentials.ts'
import { createHttp, type HttpOptions } from './create-http.ts'
import type { paths } from './partner-api.ts'

export type VisavisOptions = HttpOptions & {
  /** Where your server reaches Visavis: `https://id.example`. */
  baseUrl: string
} & (ApiKey | OauthClient)

type Path<Method extends HttpMethod> = PathsWithMethod<paths, Method>
type Init<Method extends HttpMethod, At extends Path<Method>> = MaybeOptionalInit<paths[At], Method>
type Given<Options> = RequiredKeysOf<Options> extends never ? [init?: Options] : [init: Options]
type Operation<Method extends HttpMethod, At extends Path<Method>> = Extract<paths[At][Method], object>
type Answer<Response> = Response extends { data: infer Data; error?: never } ? Data : never

/**
 * What the operation answers with. `init` is as in `openapi-fetch`: `params` with `path`, `query` and `header`, `body`, `signal`,
 * and `parseAs: 'stream'` for a list as a file. @throws VisavisError, VisavisConnectionError
 */
type Call<Method extends HttpMethod> = <At extends Path<Method>, Options extends Init<Method, At>>(
  path: At,
  ...init: Given<Options>
) => Promise<Answer<FetchResponse<Operation<Method, At>, Options, 'application/json'>>>

type PageAt<At extends Path<'get'>> = paths[At] extends {
  get: { responses: { 200: { content: { 'application/json': infer Page } } } }
}
  ? Page
  : never
interface Page<Item> {
  data: Item[]
  _links: { next?: { href: string } }
}
type ListPath = { [At in Path<'get'>]: PageAt<At> extends Page<unknown> ? At : never }[Path<'get'>]
type ItemAt<At extends ListPath> = PageAt<At> extends Page<infer Item> ? Item : never

export interface Visavis {
  get: Call<'get'>
  /** Carries an `Idempotency-Key`, one of its own where `params.header` has none: however often it is tried, it is done once. */
  post: Call<'post'>
  patch: Call<'patch'>
  delete: Call<'delete'>
  /** All that a list shows, the next page read when you get there; `limit` is how many a page. */
  list<At extends ListPath>(path: At, ...init: Given<Init<'get', At>>): AsyncGenerator<ItemAt<At>, void>
}

interface UntypedInit {
  params?: { query?: Record<string, unknown> | undefined }
}
type UntypedCall = (path: string, init?: UntypedInit) => Promise<unknown>

const IDEMPOTENCY_KEY = 'idempotency-key'

/** @throws TypeError without the address in it: one with a password may have been given */
const readBaseUrl = (given: string): string => {
  const { protocol, username, password, search, hash, href } = URL.parse(given) ?? {}
  if (href && /^https?:$/.test(protocol ?? '') && !(username || password || search || hash)) {
    return href.replace(/\/+$/, '')
  }
  throw new TypeError(
    'baseUrl has to be an address like https://id.example, with neither a password nor a query',
  )
}

/** A token is fetched for all calls: the one that is given up does not wait for it. */
const untilAborted = <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const end = () => reject(signal.reason)
  if (signal.aborted) end()
  signal.addEventListener('abort', end)
  return Promise.race([promise, work]).finally(() => signal.removeEventListener('abort', end))
}

/** The partner API of a Visavis. @throws TypeError for options that cannot be right */
export const createVisavis = (options: VisavisOptions): Visavis => {
  const baseUrl = readBaseUrl(options.baseUrl)
  const http = createHttp(options, createCredentials(options, baseUrl, options))
  const client = createClient<Record<string, never>>({
    baseUrl,
    fetch: (request) => untilAborted(request.signal, http(request)),
  })
  client.use({
    onRequest: ({ schemaPath, params, request: { method, headers } }) => {
      // Written into an address, these lead to another path than `schemaPath`.
      const names = Object.entries(params.path ?? {})
      const wrong = names.find(([, value]) => ['', '.', '..'].includes(String(value)))
      if (wrong) throw new TypeError(`${method} ${schemaPath}: ${wrong[0]} is none`)
      if (method === 'POST' && !headers.has(IDEMPOTENCY_KEY)) headers.set(IDEMPOTENCY_KEY, randomUUID())
    },
  })
  const request = client.request as (
    method: HttpMethod,
    path: string,
    init?: UntypedInit,
  ) => Promise<{ data?: unknown }>
  const call =
    (method: HttpMethod): UntypedCall =>
    async (path, init) =>
      (await request(method, path, init)).data
  const get = call('get')

  async function* list(path: string, init: UntypedInit = {}): AsyncGenerator<unknown, void> {
    let query = init.params?.query
    const read = new Set<string>()
    for (;;) {
      const page = (await get(path, { ...init, params: { ...init.params, query } })) as Page<unknown>
      yield* page.data
      const { next } = page._links
      if (!next) return
      // Its query alone: the address in it is the public one, and the key goes nowhere but to `baseUrl`.
      const { search, searchParams } = new URL(next.href)
      if (read.has(search)) throw new Error(`GET ${path}: the next page is one that was read already`)
      read.add(search)
      query = Object.fromEntries(searchParams)
    }
  }

  // The types are those of the document: `partner-api.ts` is written from it.
  return { get, post: call('post'), patch: call('patch'), delete: call('delete'), list } as Visavis
}
