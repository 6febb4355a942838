import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose'
import * as z from 'zod'
import type { ProviderTools } from '../definition.ts'
import { ProviderError } from '../provider-error.ts'
import type { UqudoSettings } from './settings.ts'
import { resultSchema, type UqudoState, type WireResult } from './wire.ts'

const keysSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) })
/** Clocks differ. */
const TOLERANCE_S = 60
/** Somebody who sends made-up key ids must not make us ask for keys all the time. */
const REFRESH_EVERY_MS = 60_000

export type VerifyResult = (
  jws: string,
  state: UqudoState,
  signal: AbortSignal,
) => Promise<WireResult['data']['face'] | undefined>

/**
 * Proves a signed result (uqudo docs, "Validation and parsing"): RS256 by a published key, issuer, audience, time, and
 * that it belongs to this very capture by session and nonce, both used once: so it can be replayed nowhere else.
 * `undefined`: it is no such result. Keys are kept, and asked for again when an unknown one comes up.
 */
export const createVerifyResult = (settings: UqudoSettings, { http, now }: ProviderTools): VerifyResult => {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined
  let fetchedOn = 0

  const fetchKeys = async (signal: AbortSignal) => {
    const request = { method: 'GET', path: '/api/.well-known/jwks.json' } as const
    const answer = await http({ baseUrl: settings.apiUrl }).json(request, keysSchema, signal)
    fetchedOn = now().getTime()
    keys = createLocalJWKSet(answer as JSONWebKeySet)
    return keys
  }
  const prove = async (jws: string, keySet: ReturnType<typeof createLocalJWKSet>) =>
    jwtVerify(jws, keySet, {
      algorithms: ['RS256'],
      issuer: settings.issuer ?? '',
      audience: settings.client_id,
      currentDate: now(),
      clockTolerance: TOLERANCE_S,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
    })

  return async (jws, { sessionId, nonce, startedOn }, signal) => {
    const known = keys
    try {
      const { payload } = await prove(jws, known ?? (await fetchKeys(signal))).catch(
        async (failure: unknown) => {
          const isStale = known !== undefined && now().getTime() - fetchedOn >= REFRESH_EVERY_MS
          if (!(failure instanceof errors.JWKSNoMatchingKey && isStale)) throw failure
          return prove(jws, await fetchKeys(signal))
        },
      )
      const result = resultSchema.safeParse(payload).data
      const isOurs = result?.data.sessionId === sessionId && result.data.nonce === nonce
      const isLater = (payload.iat ?? 0) >= startedOn - TOLERANCE_S
      return isOurs && isLater ? result.data.face : undefined
    } catch (failure) {
      if (failure instanceof errors.JOSEError) return undefined
      if (failure instanceof ProviderError) throw failure
      // A key of the set that cannot be read: the vendor's trouble, not the person's.
      throw new ProviderError('uqudo', 'protocol', { cause: failure })
    }
  }
}
