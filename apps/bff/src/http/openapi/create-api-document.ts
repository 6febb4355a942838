import { partnerErrorSchema } from '@visavis/shared/answers'
import { captureErrorSchema } from '@visavis/shared/capture-api'
import { ERRORS, type ErrorCode } from '@visavis/shared/errors'
import { MAX_IDEMPOTENCY_KEY_LENGTH } from '@visavis/shared/limits'
import { SCOPES } from '@visavis/shared/scopes'
import * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { ACCESS_OPERATIONS } from './access-operations.ts'
import { CAPTURE_OPERATIONS } from './capture-operations.ts'
import { FACE_COMPARISON_OPERATIONS } from './face-comparison-operations.ts'
import { FACE_OPERATIONS } from './face-operations.ts'
import { type Operation, TAGS } from './operation.ts'
import { OPS_OPERATIONS } from './ops-operations.ts'
import { PARTNER_OPERATIONS } from './partner-operations.ts'
import { WEBHOOK_OPERATIONS } from './webhook-operations.ts'

export const OPERATIONS: readonly Operation[] = [
  ...PARTNER_OPERATIONS,
  ...FACE_OPERATIONS,
  ...FACE_COMPARISON_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
  ...ACCESS_OPERATIONS,
  ...CAPTURE_OPERATIONS,
  ...OPS_OPERATIONS,
]

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

/** The OpenAPI 3.1 document, from the schemas that also check the requests. */
export const createApiDocument = ({ publicUrl, version, isOpen = true }: ApiDocumentOptions): ApiDocument =>
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
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      paths: toPaths(),
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

const toPaths = (): ZodOpenApiPathsObject => {
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: toOperationObject(operation) }
  }
  return paths
}

const toSecurity = ({ audience, scope = 'admin' }: Operation): Record<string, string[]>[] => {
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

const toOperationObject = (operation: Operation): ZodOpenApiOperationObject => {
  const { id, summary, description, tag, audience, body, otherBodies, query, header, method } = operation
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const path =
    names.length > 0 ? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) : undefined
  const isKeyed = audience === 'partner' && method === 'post'
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    security: toSecurity(operation),
    requestParams: {
      ...(path ? { path } : {}),
      ...(query ? { query } : {}),
      ...(isKeyed ? { header: idempotencyHeader } : {}),
      ...(header ? { header } : {}),
    },
    ...(body || otherBodies ? { requestBody: { content: toContent(operation) } } : {}),
    responses: { ...toAnswers(operation), ...toErrors(operation) },
  }
}

const toContent = ({ body, otherBodies }: Pick<Operation, 'body' | 'otherBodies'>) =>
  Object.fromEntries(
    Object.entries({ ...(body ? { 'application/json': body } : {}), ...otherBodies }).map(
      ([type, schema]) => [type, { schema }],
    ),
  )

const toAnswers = ({ answers }: Operation) =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, mediaType = 'application/json' }]) => [
      status,
      { description, ...(schema ? { content: { [mediaType]: { schema } } } : {}) },
    ]),
  )

const isCapture = ({ audience }: Operation): boolean => audience === 'capture' || audience === 'browser'

const toErrors = (operation: Operation) => {
  const schema = isCapture(operation) ? captureErrorSchema : partnerErrorSchema
  const byStatus = Map.groupBy(listErrors(operation), (code) => ERRORS[code][0])
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

/** Every code an operation can answer with. */
const listErrors = ({ audience, method, path, body, query, errors = [] }: Operation): ErrorCode[] => {
  if (audience === 'public') return [...errors]
  const isPartner = audience === 'partner'
  const takesBody = method !== 'get' && method !== 'delete'
  const codes: ErrorCode[] = [
    ...(isPartner ? (['API_KEY_INVALID', 'SCOPE_MISSING'] as const) : (['ORIGIN_REFUSED'] as const)),
    ...(audience === 'capture' ? (['CAPTURE_TOKEN_INVALID'] as const) : []),
    ...(isPartner && path.includes('{') ? (['NOT_FOUND'] as const) : []),
    ...(body ? (['REQUEST_MALFORMED', 'CONTENT_TYPE_UNSUPPORTED', 'REQUEST_INVALID'] as const) : []),
    ...(query ? (['REQUEST_INVALID'] as const) : []),
    ...(isPartner && takesBody ? (['BODY_TOO_LARGE'] as const) : []),
    ...(body && !isPartner ? (['BODY_TOO_LARGE'] as const) : []),
    ...(isPartner && method === 'post'
      ? (['REQUEST_INVALID', 'IDEMPOTENCY_KEY_IN_USE', 'IDEMPOTENCY_KEY_REUSED'] as const)
      : []),
    ...errors,
    'RATE_LIMITED',
    'INTERNAL_ERROR',
  ]
  return [...new Set(codes)]
}
