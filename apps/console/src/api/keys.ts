/** What admins read and write of API keys and OAuth clients. */

import { queryOptions } from '@tanstack/react-query'
import type { apiKeySchema, oauthClientSchema } from '@visavis/shared/access-answers'
import type { CreateApiKey } from '@visavis/shared/access-api'
import type * as z from 'zod'
import { type Page, toQuery } from './queries.ts'
import { get, post, remove } from './request.ts'

/** By their paths. */
export type CredentialKind = 'api-keys' | 'oauth-clients'

export type ApiKey = z.output<typeof apiKeySchema>
export type OauthClient = z.output<typeof oauthClientSchema>
/** What both have. */
export type Credential = Omit<ApiKey, 'key'>
export type NewCredential = Omit<CreateApiKey, 'expires_on'> & { expires_on?: string | undefined }

export const credentialsQuery = (kind: CredentialKind, skip: string) =>
  queryOptions({
    queryKey: [kind, skip],
    queryFn: ({ signal }) => get<Page<Credential>>(`/${kind}?${toQuery({ skip })}`, signal),
  })

export const createCredential = (kind: CredentialKind, body: NewCredential): Promise<ApiKey | OauthClient> =>
  post(`/${kind}`, body)

export const revokeCredential = (kind: CredentialKind, id: string): Promise<void> =>
  remove(`/${kind}/${encodeURIComponent(id)}`)
