import { apiKeySchema } from '@visavis/shared/access-answers'
import { createApiKeySchema } from '@visavis/shared/access-api'
import { listOf } from '@visavis/shared/answers'
import { AppError } from '@visavis/shared/errors'
import { pageSchema } from '../../http/page-schema.ts'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import { recordAuditEvent, toCredentialActor } from '../audit/index.ts'
import { toApiKeyView } from './access-views.ts'
import { createApiKey } from './create-api-key.ts'
import type { AccessDeps } from './deps.ts'
import { openTestTenant } from './open-test-tenant.ts'

const access = { tag: 'Access', scope: 'admin' } as const

export const API_KEY_ENDPOINTS = [
  partnerEndpoint(
    {
      ...access,
      method: 'post',
      path: '/api-keys',
      id: 'createApiKey',
      audit: { action: 'key.create', subject: 'id' },
      summary: 'Create an API key',
      description:
        'With `"livemode": false` one for test mode, which has data of its own: see docs/test-mode.md. It is then among the keys of test mode.',
      body: createApiKeySchema,
      example: { name: 'Shop', scopes: ['applicant:*', 'face:add', 'face-authentication:*'] },
      answers: { 201: { description: 'The key, shown this once', schema: apiKeySchema } },
    },
    async (deps: AccessDeps, { tenantId, credentialId, body }) => {
      const actor = toCredentialActor(credentialId)
      const owner = body.livemode === false ? await openTestTenant(deps, { tenantId, actor }) : tenantId
      const { row, apiKey } = await createApiKey(deps, owner, body)
      // Whoever reads the log of the test side finds its keys there, whichever side asked for them.
      if (owner !== tenantId) {
        await recordAuditEvent(deps, { tenantId: owner, actor, action: 'key.create', subjectId: row.id })
      }
      return { ...toApiKeyView(deps.publicUrl, row), key: apiKey }
    },
  ),
  partnerEndpoint(
    {
      ...access,
      method: 'get',
      path: '/api-keys',
      id: 'listApiKeys',
      summary: 'List API keys',
      query: pageSchema,
      answers: { 200: { description: 'A page of keys', schema: listOf(apiKeySchema) } },
    },
    async ({ database, publicUrl }: AccessDeps, { tenantId, query }) => {
      const keys = await database.apiKeys.list(tenantId, query)
      return toListView(`${publicUrl}/api-keys`, keys, query, (row) => toApiKeyView(publicUrl, row))
    },
  ),
  partnerEndpoint(
    {
      ...access,
      method: 'get',
      path: '/api-keys/{apiKeyId}',
      id: 'getApiKey',
      summary: 'Read an API key',
      answers: { 200: { description: 'The key, without the secret', schema: apiKeySchema } },
    },
    async ({ database, publicUrl }: AccessDeps, { tenantId, params }) => {
      const key = await database.apiKeys.get(tenantId, params.apiKeyId)
      if (!key) throw new AppError('NOT_FOUND')
      return toApiKeyView(publicUrl, key)
    },
  ),
  partnerEndpoint(
    {
      ...access,
      method: 'delete',
      path: '/api-keys/{apiKeyId}',
      id: 'deleteApiKey',
      audit: { action: 'key.delete', subject: 'apiKeyId' },
      summary: 'Revoke an API key',
      answers: { 204: { description: 'Gone, from now on refused' } },
    },
    async ({ database }: AccessDeps, { tenantId, params }) => {
      if (!(await database.apiKeys.delete(tenantId, params.apiKeyId))) throw new AppError('NOT_FOUND')
    },
  ),
]
