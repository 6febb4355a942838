import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import * as z from 'zod'
import type { ProviderTools } from '../definition.ts'
import { ProviderError } from '../provider-error.ts'
import type { UqudoSettings } from './settings.ts'

const keysSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) })
/** Clocks differ. */
const TOLERANCE_S = 60
/** Somebody who sends made-up key ids must not make us ask for keys all the time. */
const REFRESH_EVERY_MS = 60_000

interface ProveOptions {
  signal: AbortSignal
  /** So much later than its own end it still counts. Default: a minute */
  toleranceS?: number
}

export type ProveResult = (jws: string, options: ProveOptions) => Promise<JWTPayload | undefined>

/**
 * Proves that a result is the vendor's and for us (uqudo docs, "Validation and parsing"): RS256 by a published key,
 * issuer, audience, time. `undefined`: it is not. Keys are kept, and asked for again when an unknown one comes up.
 */
export const createProveResult = (settings: UqudoSettings, { http, now }: ProviderTools): ProveResult => {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined
  let fetchedOn = 0

  const fetchKeys = async (signal: AbortSignal) => {
    const request = { method: 'GET', path: '/api/.well-known/jwks.json' } as const
    const answer = await http({ baseUrl: settings.apiUrl }).json(request, keysSchema, signal)
    fetchedOn = now().getTime()
    keys = createLocalJWKSet(answer as JSONWebKeySet)
    return keys
  }

  return async (jws, { signal, toleranceS = TOLERANCE_S }) => {
    const prove = async (keySet: ReturnType<typeof createLocalJWKSet>) =>
      jwtVerify(jws, keySet, {
        algorithms: ['RS256'],
        issuer: settings.issuer ?? '',
        audience: settings.client_id,
        currentDate: now(),
        clockTolerance: toleranceS,
        requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
      })
    const known = keys
    try {
      const { payload } = await prove(known ?? (await fetchKeys(signal))).catch(async (failure: unknown) => {
        const isStale = known !== undefined && now().getTime() - fetchedOn >= REFRESH_EVERY_MS
        if (!(failure instanceof errors.JWKSNoMatchingKey && isStale)) throw failure
        return prove(await fetchKeys(signal))
      })
      return payload
    } catch (failure) {
      if (failure instanceof errors.JOSEError) return undefined
      if (failure instanceof ProviderError) throw failure
      // A key of the set that cannot be read: the vendor's trouble, not the person's.
      throw new ProviderError('uqudo', 'protocol', { cause: failure })
    }
  }
}
