import type { ProviderTools } from '../definition.ts'
import type { ProviderHttp } from '../http.ts'
import { createTokenCache } from '../token-cache.ts'
import type { CheckoutSettings } from './settings.ts'
import { errorSchema, tokenSchema } from './wire.ts'

const SCOPE = 'identity-verification'

const toErrorCode = (body: unknown): string | undefined => {
  const parsed = errorSchema.safeParse(body).data
  return parsed?.error_codes?.[0] ?? parsed?.error_type
}

/** The vendor's API under a secret key, or under access tokens that are got and renewed as needed. */
export const createCheckoutApi = (settings: CheckoutSettings, { http, now }: ProviderTools): ProviderHttp => {
  const { secret_key: secretKey, apiUrl } = settings
  const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } })
  if (secretKey !== undefined) {
    return http({ baseUrl: apiUrl, toErrorCode, authorize: async () => bearer(secretKey) })
  }
  const tokens = createTokenCache({
    now,
    fetchToken: (signal) => fetchToken(settings, { http, now }, signal),
  })
  return http({
    baseUrl: apiUrl,
    toErrorCode,
    authorize: async () => bearer(await tokens.get()),
    onUnauthorized: tokens.forget,
  })
}

/** RFC 6749 §4.4, the credentials in the body as the official client sends them. */
const fetchToken = async (
  { tokenUrl, client_id = '', client_secret = '' }: CheckoutSettings,
  { http, now }: ProviderTools,
  signal: AbortSignal,
) => {
  const { origin, pathname } = new URL(tokenUrl)
  const form = { grant_type: 'client_credentials', client_id, client_secret, scope: SCOPE }
  const request = { method: 'POST', path: pathname, body: { form }, isRepeatable: true } as const
  const answer = await http({ baseUrl: origin, lane: 'tokens', toErrorCode }).json(
    request,
    tokenSchema,
    signal,
  )
  return { token: answer.access_token, expiresOn: new Date(now().getTime() + answer.expires_in * 1000) }
}
