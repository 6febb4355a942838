import { partnerErrorSchema } from '@visavis/shared/answers'
import { captureErrorSchema } from '@visavis/shared/capture-api'
import { ERRORS, type ErrorCode } from '@visavis/shared/errors'
import { MAX_IDEMPOTENCY_KEY_LENGTH } from '@visavis/shared/limits'
import { SCOPES } from '@visavis/shared/scopes'
import { eventSchema } from '@visavis/shared/webhook-answers'
import { WEBHOOK_EVENTS } from '@visavis/shared/webhook-events'
import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { TAGS } from './api-tags.ts'
import { COLLECTION_PATH } from './create-collection.ts'
import { type EndpointSpec, takesBody } from './endpoint.ts'

export type ApiDocument = ReturnType<typeof createDocument>

interface ApiDocumentOptions {
  /** Origin of the server. */
  publicUrl: string
  version: string
  /**
   * Whether answers may carry fields the document does not know. Published that way, since a new field is no broken
   * promise; tests want to hear of it.
   */
  isOpen?: boolean
}

/**
 * The OpenAPI 3.1 document of these endpoints, from the schemas that also check the requests. Reached by `import()`
 * alone: a server that nobody asks for the document does without the library.
 */
export const createApiDocument = (
  endpoints: readonly EndpointSpec[],
  { publicUrl, version, isOpen = true }: ApiDocumentOptions,
): ApiDocument =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Visavis',
        version,
        description:
          'Face authentication. Wire-compatible with Checkout.com Identities, Face Authentication.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicUrl }],
      externalDocs: {
        description: 'All requests as a collection, for Postman or Bruno',
        url: `${publicUrl}${COLLECTION_PATH}`,
      },
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      paths: toPaths(endpoints),
      webhooks: toWebhooks(),
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'A secret key, `sk_…`.' },
          oauth: {
            type: 'oauth2',
            flows: {
              clientCredentials: {
                tokenUrl: `${publicUrl}/connect/token`,
                scopes: Object.fromEntries(SCOPES.map((scope) => [scope, ''])),
              },
            },
          },
          consoleSession: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-visavis-console',
            description: 'Of a console user who signed in with a passkey.',
          },
          captureToken: { type: 'http', scheme: 'bearer', description: 'The token of a link.' },
        },
      },
    },
    {
      override: ({ jsonSchema, io }) => {
        // The format says it; the expression for leap years says nothing to a reader.
        if (jsonSchema.format === 'date-time' || jsonSchema.format === 'email') delete jsonSchema.pattern
        if (isOpen && io === 'output' && jsonSchema.additionalProperties === false) {
          delete jsonSchema.additionalProperties
        }
      },
    },
  )

/** Each event as it is posted to a webhook endpoint. */
const toWebhooks = (): NonNullable<ZodOpenApiObject['webhooks']> =>
  Object.fromEntries(
    Object.entries(WEBHOOK_EVENTS).map(([type, data]) => [
      type,
      {
        post: {
          operationId: type,
          requestBody: {
            required: true,
            content: { 'application/json': { schema: eventSchema.extend({ type: z.literal(type), data }) } },
          },
          responses: { '2XX': { description: 'It arrived; anything else is tried again.' } },
        },
      },
    ]),
  )

const toPaths = (endpoints: readonly EndpointSpec[]): ZodOpenApiPathsObject => {
  const paths: ZodOpenApiPathsObject = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: toOperation(endpoint) }
  }
  return paths
}

const toSecurity = ({ audience, scope = 'admin', role }: EndpointSpec): Record<string, string[]>[] => {
  if (audience === 'console') return role === 'anyone' ? [] : [{ consoleSession: [] }]
  if (audience === 'partner') return [{ apiKey: [scope] }, { oauth: [scope] }]
  return audience === 'capture' ? [{ captureToken: [] }] : []
}

const idempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(MAX_IDEMPOTENCY_KEY_LENGTH)
    .optional()
    .meta({ description: 'The same key and request again get the same answer, for 24 hours.' }),
})

const toOperation = (spec: EndpointSpec): ZodOpenApiOperationObject => {
  const { id, summary, description, tag, audience, body, otherBodies, query, header, method } = spec
  const names = [...spec.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const path =
    names.length > 0 ? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) : undefined
  const isKeyed = audience === 'partner' && method === 'post'
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    security: toSecurity(spec),
    requestParams: {
      ...(path ? { path } : {}),
      ...(query ? { query } : {}),
      ...(isKeyed ? { header: idempotencyHeader } : {}),
      ...(header ? { header } : {}),
    },
    ...(body || otherBodies
      ? { requestBody: { content: toContent(spec), required: !mayBeEmpty(body) } }
      : {}),
    responses: { ...toAnswers(spec), ...toErrors(spec) },
  }
}

/** No body counts as `{}`. */
const mayBeEmpty = (body: z.ZodType | undefined): boolean => body?.safeParse({}).success ?? false

const toContent = ({ body, example, otherBodies = {} }: EndpointSpec) => {
  const shown = example ? { example } : {}
  return {
    ...(body ? { 'application/json': { schema: body, ...shown } } : {}),
    ...Object.fromEntries(
      Object.entries(otherBodies).map(([type, schema]) => [type, { schema, ...(body ? {} : shown) }]),
    ),
  }
}

const toAnswers = ({ answers }: EndpointSpec): ZodOpenApiOperationObject['responses'] =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, mediaType, otherMediaTypes = [] }]) => {
      const others = otherMediaTypes.map((type) => [type, { schema: z.string() }])
      const content = schema && {
        [mediaType ?? 'application/json']: { schema },
        ...Object.fromEntries(others),
      }
      return [status, { description, ...(content ? { content } : {}) }]
    }),
  )

const isCapture = ({ audience }: EndpointSpec): boolean => audience === 'capture' || audience === 'browser'

const toErrors = (spec: EndpointSpec) => {
  const schema = isCapture(spec) ? captureErrorSchema : partnerErrorSchema
  const byStatus = Map.groupBy(listErrors(spec), (code) => ERRORS[code][0])
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\` ${ERRORS[code][3]}`).join('\n\n'),
        content: { 'application/json': { schema } },
      },
    ]),
  )
}

/** Every code an endpoint can answer with. */
const listErrors = (spec: EndpointSpec): ErrorCode[] => {
  const { audience, role, recentPasskey, method, path, body, query, maxBytes, errors = [] } = spec
  if (audience === 'public') return [...errors]
  const isPartner = audience === 'partner'
  const isConsole = audience === 'console'
  const codes: ErrorCode[] = [
    ...(isPartner
      ? (['API_KEY_INVALID', 'SCOPE_MISSING', 'NETWORK_NOT_ALLOWED'] as const)
      : (['ORIGIN_REFUSED'] as const)),
    ...(audience === 'capture' ? (['CAPTURE_TOKEN_INVALID', 'LINK_IN_USE', 'PROOF_INVALID'] as const) : []),
    ...(isConsole && role !== 'anyone' ? (['CONSOLE_SIGN_IN_NEEDED'] as const) : []),
    ...(isConsole && role !== 'anyone' && role !== 'user' ? (['CONSOLE_ROLE_MISSING'] as const) : []),
    ...(recentPasskey ? (['CONSOLE_PASSKEY_NEEDED'] as const) : []),
    ...((isPartner || isConsole) && path.includes('{') ? (['NOT_FOUND'] as const) : []),
    ...(body
      ? (['REQUEST_MALFORMED', 'JSON_TOO_DEEP', 'CONTENT_TYPE_UNSUPPORTED', 'REQUEST_INVALID'] as const)
      : []),
    ...(query || isPartner || isConsole ? (['REQUEST_INVALID'] as const) : []),
    ...(takesBody(spec) ? (['CONTENT_ENCODING_UNSUPPORTED'] as const) : []),
    ...(takesBody(spec) && maxBytes !== 'streamed' ? (['BODY_TOO_LARGE'] as const) : []),
    ...(isPartner && method === 'post'
      ? (['REQUEST_INVALID', 'IDEMPOTENCY_KEY_IN_USE', 'IDEMPOTENCY_KEY_REUSED'] as const)
      : []),
    ...errors,
    'RATE_LIMITED',
    'INTERNAL_ERROR',
  ]
  return [...new Set(codes)]
}
