import type { ProviderTools } from '../definition.ts'
import type { ProviderHttp } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { YotiSettings } from './settings.ts'
import { signRequest } from './signature.ts'
import { errorSchema } from './wire.ts'

/** The vendor's API with every request signed. */
export const createYotiApi = (settings: YotiSettings, { http, now }: ProviderTools): ProviderHttp =>
  http({
    baseUrl: settings.base_url,
    authorize: signRequest({ sdkId: settings.sdk_id, privateKey: settings.private_key, now }),
    toErrorCode: (body) => errorSchema.safeParse(body).data?.code,
  })

/** What is gone is erased. */
/** For taking back what was begun: the failure before this one is what matters. */
export const keepFirst = (): void => {}

export const ignoreGone = (failure: unknown): void => {
  if (!hasStatus(failure, 404)) throw failure
}

export const hasStatus = (failure: unknown, ...statuses: readonly number[]): boolean =>
  failure instanceof ProviderError && failure.status !== undefined && statuses.includes(failure.status)
