import { given, link, mode, toTime } from '../../http/view-parts.ts'
import type { ApiKey } from './api-keys-repo.ts'
import { toCredentialLimitsView } from './credential-limits.ts'
import type { OauthClient } from './oauth-clients-repo.ts'

/** The key itself is known only in the moment it is created. */
export const toApiKeyView = (publicUrl: string, key: ApiKey) => ({
  id: key.id,
  created_on: toTime(key.createdOn),
  ...mode(key),
  ...given('name', key.name),
  scopes: key.scopes,
  ...given('last_four', key.lastFour),
  ...given('last_used_on', key.lastUsedOn && toTime(key.lastUsedOn)),
  ...toCredentialLimitsView(key),
  _links: { self: link(`${publicUrl}/api-keys/${key.id}`) },
})

/** `client_id` is the id, under the name OAuth clients ask for. */
export const toOauthClientView = (publicUrl: string, client: OauthClient) => ({
  id: client.id,
  client_id: client.id,
  created_on: toTime(client.createdOn),
  ...mode(client),
  ...given('name', client.name),
  scopes: client.scopes,
  last_four: client.lastFour,
  ...given('last_used_on', client.lastUsedOn && toTime(client.lastUsedOn)),
  ...toCredentialLimitsView(client),
  _links: { self: link(`${publicUrl}/oauth-clients/${client.id}`) },
})
