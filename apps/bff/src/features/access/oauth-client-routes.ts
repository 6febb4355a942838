import { oauthClientSchema } from '@visavis/shared/access-answers'
import { createOauthClientSchema } from '@visavis/shared/access-api'
import { listOf } from '@visavis/shared/answers'
import { AppError } from '@visavis/shared/errors'
import { pageSchema } from '../../http/page-schema.ts'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import { toOauthClientView } from './access-views.ts'
import { createOauthClient } from './create-oauth-client.ts'
import type { AccessDeps } from './deps.ts'

const access = { tag: 'Access', scope: 'admin' } as const

export const OAUTH_CLIENT_ENDPOINTS = [
  partnerEndpoint(
    {
      ...access,
      method: 'post',
      path: '/oauth-clients',
      id: 'createOauthClient',
      audit: { action: 'oauth_client.create', subject: 'id' },
      summary: 'Create an OAuth client',
      body: createOauthClientSchema,
      example: { name: 'Shop', scopes: ['applicant:*', 'match'] },
      answers: { 201: { description: 'The client, its secret shown this once', schema: oauthClientSchema } },
    },
    async (deps: AccessDeps, { tenantId, body }) => {
      const { client, clientSecret } = await createOauthClient(deps, tenantId, body)
      return { ...toOauthClientView(deps.publicUrl, client), client_secret: clientSecret }
    },
  ),
  partnerEndpoint(
    {
      ...access,
      method: 'get',
      path: '/oauth-clients',
      id: 'listOauthClients',
      summary: 'List OAuth clients',
      query: pageSchema,
      answers: { 200: { description: 'A page of clients', schema: listOf(oauthClientSchema) } },
    },
    async ({ database, publicUrl }: AccessDeps, { tenantId, query }) => {
      const clients = await database.oauthClients.list(tenantId, query)
      return toListView(`${publicUrl}/oauth-clients`, clients, query, (row) =>
        toOauthClientView(publicUrl, row),
      )
    },
  ),
  partnerEndpoint(
    {
      ...access,
      method: 'get',
      path: '/oauth-clients/{oauthClientId}',
      id: 'getOauthClient',
      summary: 'Read an OAuth client',
      answers: { 200: { description: 'The client, without the secret', schema: oauthClientSchema } },
    },
    async ({ database, publicUrl }: AccessDeps, { tenantId, params }) => {
      const client = await database.oauthClients.get(tenantId, params.oauthClientId)
      if (!client) throw new AppError('NOT_FOUND')
      return toOauthClientView(publicUrl, client)
    },
  ),
  partnerEndpoint(
    {
      ...access,
      method: 'delete',
      path: '/oauth-clients/{oauthClientId}',
      id: 'deleteOauthClient',
      audit: { action: 'oauth_client.delete', subject: 'oauthClientId' },
      summary: 'Revoke an OAuth client and its tokens',
      answers: { 204: { description: 'Gone, its tokens refused from now on' } },
    },
    async ({ database }: AccessDeps, { tenantId, params }) => {
      if (!(await database.oauthClients.delete(tenantId, params.oauthClientId))) {
        throw new AppError('NOT_FOUND')
      }
    },
  ),
]
