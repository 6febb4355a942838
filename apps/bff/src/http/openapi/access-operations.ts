import {
  apiKeySchema,
  oauthClientSchema,
  tokenErrorSchema,
  tokenSchema,
  userJourneySchema,
} from '@visavis/shared/access-answers'
import { createApiKeySchema, createOauthClientSchema } from '@visavis/shared/access-api'
import { listOf } from '@visavis/shared/answers'
import { createUserJourneySchema, updateUserJourneySchema } from '@visavis/shared/user-journeys'
import * as z from 'zod'
import type { Operation } from './operation.ts'
import { pageSchema } from './page-schema.ts'

const access = { tag: 'Access', audience: 'partner', scope: 'admin' } as const

const tokenRequestSchema = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scope: z.string().optional(),
})

export const ACCESS_OPERATIONS: readonly Operation[] = [
  {
    ...access,
    method: 'post',
    path: '/user-journeys',
    id: 'createUserJourney',
    summary: 'Create a user journey',
    body: createUserJourneySchema,
    answers: { 201: { description: 'The journey', schema: userJourneySchema } },
  },
  {
    ...access,
    method: 'get',
    path: '/user-journeys',
    id: 'listUserJourneys',
    summary: 'List user journeys',
    query: pageSchema,
    answers: { 200: { description: 'A page of journeys', schema: listOf(userJourneySchema) } },
  },
  {
    ...access,
    method: 'get',
    path: '/user-journeys/{userJourneyId}',
    id: 'getUserJourney',
    summary: 'Read a user journey',
    answers: { 200: { description: 'The journey', schema: userJourneySchema } },
  },
  {
    ...access,
    method: 'patch',
    path: '/user-journeys/{userJourneyId}',
    id: 'updateUserJourney',
    summary: 'Change a user journey',
    description: 'What is left out stays. `provider_settings` are merged, `null` removes one.',
    body: updateUserJourneySchema,
    answers: { 200: { description: 'The journey', schema: userJourneySchema } },
  },
  {
    ...access,
    method: 'post',
    path: '/api-keys',
    id: 'createApiKey',
    summary: 'Create an API key',
    body: createApiKeySchema,
    answers: { 201: { description: 'The key, shown this once', schema: apiKeySchema } },
  },
  {
    ...access,
    method: 'get',
    path: '/api-keys',
    id: 'listApiKeys',
    summary: 'List API keys',
    query: pageSchema,
    answers: { 200: { description: 'A page of keys', schema: listOf(apiKeySchema) } },
  },
  {
    ...access,
    method: 'get',
    path: '/api-keys/{apiKeyId}',
    id: 'getApiKey',
    summary: 'Read an API key',
    answers: { 200: { description: 'The key, without the secret', schema: apiKeySchema } },
  },
  {
    ...access,
    method: 'delete',
    path: '/api-keys/{apiKeyId}',
    id: 'deleteApiKey',
    summary: 'Revoke an API key',
    answers: { 204: { description: 'Gone, from now on refused' } },
  },
  {
    ...access,
    method: 'post',
    path: '/oauth-clients',
    id: 'createOauthClient',
    summary: 'Create an OAuth client',
    body: createOauthClientSchema,
    answers: { 201: { description: 'The client, its secret shown this once', schema: oauthClientSchema } },
  },
  {
    ...access,
    method: 'get',
    path: '/oauth-clients',
    id: 'listOauthClients',
    summary: 'List OAuth clients',
    query: pageSchema,
    answers: { 200: { description: 'A page of clients', schema: listOf(oauthClientSchema) } },
  },
  {
    ...access,
    method: 'get',
    path: '/oauth-clients/{oauthClientId}',
    id: 'getOauthClient',
    summary: 'Read an OAuth client',
    answers: { 200: { description: 'The client, without the secret', schema: oauthClientSchema } },
  },
  {
    ...access,
    method: 'delete',
    path: '/oauth-clients/{oauthClientId}',
    id: 'deleteOauthClient',
    summary: 'Revoke an OAuth client and its tokens',
    answers: { 204: { description: 'Gone, its tokens refused from now on' } },
  },
  {
    tag: 'Access',
    audience: 'public',
    method: 'post',
    path: '/connect/token',
    id: 'createAccessToken',
    summary: 'Get an access token',
    description: 'OAuth 2.0 client credentials (RFC 6749 §4.4): in the body, or with HTTP Basic.',
    otherBodies: { 'application/x-www-form-urlencoded': tokenRequestSchema },
    answers: {
      200: { description: 'The token', schema: tokenSchema },
      400: { description: 'The request is wrong', schema: tokenErrorSchema },
      401: { description: 'The client is wrong', schema: tokenErrorSchema },
      413: { description: 'The body is too large', schema: tokenErrorSchema },
    },
    errors: ['RATE_LIMITED'],
  },
]
