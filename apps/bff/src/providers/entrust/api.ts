import type { ProviderTools } from '../definition.ts'
import type { ProviderHttp } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import { createTokenCache, type Token } from '../token-cache.ts'
import type { EntrustSettings } from './settings.ts'
import { adminTokenSchema, errorSchema } from './wire.ts'

const toErrorCode = (body: unknown): string | undefined => errorSchema.safeParse(body).data?.errorCode

/** The Authentication API: no credentials of ours, a challenge's token is proof for that challenge. */
export const createAuthenticationApi = (
  { base_url }: EntrustSettings,
  { http }: ProviderTools,
): ProviderHttp => http({ baseUrl: `${base_url}/api/web`, toErrorCode })

interface EntrustAdminApi extends ProviderHttp {
  /** One that nobody uses: to see that there are tokens. */
  fetchToken(signal: AbortSignal): Promise<Token>
}

/** The Administration API; `undefined`: no credentials for it. */
export const createAdminApi = (
  settings: EntrustSettings,
  tools: ProviderTools,
): EntrustAdminApi | undefined => {
  const { admin_application_id: applicationId, admin_shared_secret: sharedSecret } = settings
  if (applicationId === undefined || sharedSecret === undefined) return undefined
  const plain = tools.http({ baseUrl: `${settings.base_url}/api/web`, lane: 'tokens', toErrorCode })
  const fetchToken = async (signal: AbortSignal): Promise<Token> => {
    const body = { json: { applicationId, sharedSecret } }
    const request = { method: 'POST', path: '/v1/adminapi/authenticate', body, isRepeatable: true } as const
    const answer = await plain.json(request, adminTokenSchema, signal)
    // By how long it lives, not until when: the vendor's clock need not be ours.
    const lifeMs = answer.expirationTime.getTime() - answer.creationTime.getTime()
    return { token: answer.authToken, expiresOn: new Date(tools.now().getTime() + lifeMs) }
  }
  const tokens = createTokenCache({ now: tools.now, fetchToken })
  const api = tools.http({
    baseUrl: `${settings.base_url}/api/web`,
    toErrorCode,
    // Raw: the security scheme is an API key; only some of the vendor's examples say `Bearer`.
    authorize: async () => ({ headers: { Authorization: await tokens.get() } }),
    onUnauthorized: tokens.forget,
  })
  return { ...api, fetchToken }
}

export const isRefusal = (failure: unknown, status: number, code?: string): boolean =>
  failure instanceof ProviderError &&
  failure.status === status &&
  (code === undefined || failure.code === code)
