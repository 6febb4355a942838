import type { DeskRole } from '@visavis/shared/console-roles'
import type { ErrorCode } from '@visavis/shared/errors'
import { toPlainId } from '@visavis/shared/ids'
import type { Scope } from '@visavis/shared/scopes'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import type { Tag } from './api-tags.ts'
import type { AppEnv } from './env.ts'
import { limitBody, MAX_SMALL_BODY_BYTES, type TooLarge } from './limit-body.ts'
import { readJson } from './read-json.ts'
import { readQuery } from './read-query.ts'
import { refuseEncoded } from './refuse-encoded.ts'

interface AnswerSpec {
  description: string
  /** Of the body; without, there is none. */
  schema?: z.ZodType
  /** Of a body that the handler writes itself; otherwise it is JSON. */
  mediaType?: string
  /** Beside JSON: of what the handler may answer with as a `Response` of its own. */
  otherMediaTypes?: readonly string[]
}

/** The least that a console user has to be; `user`: whoever is signed in, as whatever; `anyone`: before that. */
export type NeededRole = DeskRole | 'user' | 'anyone'

/** One endpoint, told once: it is registered, checked and documented by this. */
export interface EndpointSpec {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: `/${string}`
  /** Name of the call in generated clients. */
  id: string
  summary: string
  description?: string
  tag: Tag
  /** Whose credential opens it, and so which error body it answers with; `browser` is the capture API without one. */
  audience: 'partner' | 'capture' | 'browser' | 'console' | 'public'
  role?: NeededRole
  /** A passkey of the last minutes, beside the session of a console user. */
  recentPasskey?: boolean
  /** What a key or token needs for it. */
  scope?: Scope
  /** JSON body. */
  body?: z.ZodType
  /** Of that body, or of the others where there is none. */
  example?: object
  /** Bodies of other media types. With these, the handler reads the body itself. */
  otherBodies?: Readonly<Record<string, z.ZodType>>
  /** Largest body, `MAX_SMALL_BODY_BYTES` by default; `streamed`: the handler counts it on its way. */
  maxBytes?: number | 'streamed'
  /** What a larger body is answered with; default `BODY_TOO_LARGE`. */
  tooLarge?: TooLarge
  query?: z.ZodObject
  /** Request headers of its own. */
  header?: z.ZodObject
  /** By status. */
  answers: Readonly<Record<number, AnswerSpec>>
  /** Beside those that come with the audience, the method and the body. */
  errors?: readonly ErrorCode[]
}

export interface Endpoint<Deps, E extends AppEnv = AppEnv> extends EndpointSpec {
  maxBytes: number | 'streamed'
  /** Reads and checks what was asked, and answers it. */
  answer: (deps: Deps, c: Context<E>) => Promise<Response>
}

type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Key in Name]: string } & ParamsOf<Rest>
  : unknown
type CheckedBody<Spec> = Spec extends { otherBodies: object }
  ? undefined
  : Spec extends { body: infer Schema extends z.ZodType }
    ? z.output<Schema>
    : undefined
type CheckedQuery<Spec> = Spec extends { query: infer Schema extends z.ZodObject }
  ? z.output<Schema>
  : undefined

/** What a handler gets: everything the spec declares, checked. */
export interface EndpointRequest<Spec extends Pick<EndpointSpec, 'path'>, E extends AppEnv> {
  c: Context<E>
  params: ParamsOf<Spec['path']>
  query: CheckedQuery<Spec>
  body: CheckedBody<Spec>
}

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T
type BodyOf<Answer> = Answer extends { mediaType: string }
  ? Response
  : Answer extends { schema: infer Schema extends z.ZodType }
    ? DeepReadonly<z.output<Schema>> | (Answer extends { otherMediaTypes: unknown } ? Response : never)
    : // biome-ignore lint/suspicious/noConfusingVoidType: what a handler without a body returns
      void
type Wrapped<Status, Answer> = {
  status: Status
  body: Answer extends { schema: unknown } ? BodyOf<Answer> : undefined
}
type IsOne<Union, Each = Union> = Each extends unknown ? ([Union] extends [Each] ? true : false) : never

/** One of several answers. */
export const withStatus = <Status extends number, Body>(status: Status, body: Body) => ({ status, body })

/** What a handler gives: the body, and where the spec knows several answers the status with it. */
type EndpointResult<Answers> =
  IsOne<keyof Answers> extends true
    ? BodyOf<Answers[keyof Answers]>
    : { [Status in keyof Answers]: Wrapped<Status, Answers[Status]> }[keyof Answers]

export type Handler<Deps, Request, Answers> = (
  deps: Deps,
  request: Request,
) => Promise<EndpointResult<Answers>> | EndpointResult<Answers>

const NO_QUERY = z.object({})

/** Partners and the console hear of names that nobody reads: a misspelt `limit` must not pass unnoticed. Health checks may add some. */
const toQuerySchema = ({ query, audience }: EndpointSpec): z.ZodObject | undefined =>
  audience === 'partner' || audience === 'console' ? (query ?? NO_QUERY).strict() : query

/**
 * An endpoint with its handler, which gets the input checked and typed by the spec's schemas, and gives what the
 * spec's answers say.
 */
export const endpoint = <const Spec extends EndpointSpec, Deps, E extends AppEnv = AppEnv>(
  spec: Spec,
  handle: Handler<Deps, EndpointRequest<Spec, E>, Spec['answers']>,
): Endpoint<Deps, E> => {
  const [status, ...others] = Object.keys(spec.answers).map(Number)
  const schema = spec.otherBodies ? undefined : spec.body
  const querySchema = toQuerySchema(spec)
  return {
    ...spec,
    maxBytes: spec.maxBytes ?? MAX_SMALL_BODY_BYTES,
    answer: async (deps, c) => {
      const query = querySchema && readQuery(c, querySchema)
      const body = schema && (await readJson(c, schema))
      // Checked by the very schemas that the types come from; the compiler cannot follow that far.
      const request = { c, params: toPlainIds(c.req.param()), query, body } as unknown as EndpointRequest<
        Spec,
        E
      >
      const result: unknown = await handle(deps, request)
      if (result instanceof Response) return result
      return toResponse(c, others.length > 0 ? (result as Answered) : { status, body: result })
    },
  }
}

const toPlainIds = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, toPlainId(value)]))

interface Answered {
  status: number | undefined
  body: unknown
}

const toResponse = (c: Context, { status, body }: Answered): Response =>
  body === undefined ? c.body(null, status as StatusCode) : c.json(body, status as ContentfulStatusCode)

interface MountOptions<Of, E extends AppEnv> {
  /** What goes before the body's limit. */
  before?: readonly MiddlewareHandler<E>[]
  /** What goes between the limit and the handler. */
  toChecks?: (of: Of) => readonly MiddlewareHandler<E>[]
}

export const takesBody = ({ method }: Pick<EndpointSpec, 'method'>): boolean =>
  method !== 'get' && method !== 'delete'

/** Registers endpoints, each behind its checks. */
export const mount = <Deps, E extends AppEnv, Each extends Endpoint<Deps, E>>(
  routes: Hono<E>,
  endpoints: readonly Each[],
  deps: Deps,
  { before = [], toChecks = () => [] }: MountOptions<Each, E> = {},
): void => {
  for (const each of endpoints) {
    const path = each.path.replaceAll(/\{(\w+)\}/g, ':$1')
    // A GET has no body (RFC 9110 §9.3.1).
    const { method, maxBytes, tooLarge } = each
    const limits = method === 'get' || maxBytes === 'streamed' ? [] : [limitBody(maxBytes, tooLarge)]
    const plain = takesBody(each) ? [refuseEncoded] : []
    const answer: MiddlewareHandler<E> = (c) => each.answer(deps, c)
    routes.on(method.toUpperCase(), [path], ...before, ...plain, ...limits, ...toChecks(each), answer)
  }
}
