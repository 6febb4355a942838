import type { ProviderTools } from '../definition.ts'
import type { ProviderHttp } from '../http.ts'
import { createTokenCache, type Token } from '../token-cache.ts'
import type { UqudoSettings } from './settings.ts'
import { tokenSchema } from './wire.ts'

export interface UqudoApi extends ProviderHttp {
  /** One that nobody here uses: for the vendor's script in the browser, or to see that there are tokens. */
  fetchToken(signal: AbortSignal): Promise<string>
}

/** The vendor's API under access tokens that are got and renewed as needed. */
export const createUqudoApi = (settings: UqudoSettings, tools: ProviderTools): UqudoApi => {
  const tokens = createTokenCache({
    now: tools.now,
    fetchToken: (signal) => fetchToken(settings, tools, signal),
  })
  const api = tools.http({
    baseUrl: settings.apiUrl,
    authorize: async () => ({ headers: { Authorization: `Bearer ${await tokens.get()}` } }),
    onUnauthorized: tokens.forget,
  })
  return {
    ...api,
    fetchToken: async (signal) => (await fetchToken(settings, tools, signal)).token,
  }
}

/** uqudo docs, "Authorisation API": a form, the credentials in it. */
const fetchToken = async (
  { tokenUrl, client_id, client_secret }: UqudoSettings,
  { http, now }: ProviderTools,
  signal: AbortSignal,
): Promise<Token> => {
  const { origin, pathname } = new URL(tokenUrl)
  const form = { grant_type: 'client_credentials', client_id, client_secret }
  const request = { method: 'POST', path: pathname, body: { form }, isRepeatable: true } as const
  const answer = await http({ baseUrl: origin, lane: 'tokens' }).json(request, tokenSchema, signal)
  return { token: answer.access_token, expiresOn: new Date(now().getTime() + answer.expires_in * 1000) }
}
