import { emailKeyOf } from '@visavis/shared/console-api'
import { AppError } from '@visavis/shared/errors'
import { isLoopback } from '@visavis/shared/is-loopback'
import { emailAddress } from '@visavis/shared/partner-api'
import type { Configuration, IDToken } from 'openid-client'

/** The operator's sign-in provider, as the settings `CONSOLE_OIDC_…` name it. */
export interface IssuerOptions {
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** On the button. */
  name: string
}

/** What ties an answer to the one that asked: this browser, this question. */
export interface SignOnSecrets {
  state: string
  nonce: string
  /** PKCE (RFC 7636). */
  verifier: string
}

export interface OpenidIdentity {
  issuer: string
  /** The provider's own name for the person, which it gives to nobody else and never changes. */
  subject: string
  /** When they have last shown the provider who they are; absent: it does not say. */
  authenticatedOn: Date | undefined
  /** The address by which people are invited here, and whether the provider vouches for it. */
  readEmail(): Promise<{ email: string | undefined; isVerified: boolean }>
}

export type OpenidAnswer =
  | { kind: 'identity'; identity: OpenidIdentity }
  /** @param code what was wrong with it, for the log: an error code of OAuth or of the library */
  | { kind: 'refused'; code: string }

/** @throws AppError SIGN_ON_UNAVAILABLE, each of them */
export interface OpenidIssuer {
  name: string
  /** Where the browser goes. @param isFresh whoever comes back has to have shown who they are in between */
  begin(secrets: SignOnSecrets, options: { redirectUri: string; isFresh: boolean }): Promise<URL>
  /** @param url what the provider sent the browser back to */
  finish(secrets: SignOnSecrets, url: URL): Promise<OpenidAnswer>
  /** Reads its settings. */
  discover(): Promise<void>
}

const TIMEOUT_S = 5

/** Reached by `import()` alone: a server without single sign-on does without the library. */
const load = () => import('openid-client')

/** What a provider says of itself is good for so long: one that is down or has moved is noticed, and nobody makes us ask it all the time. */
const KEPT_MS = 60_000

/**
 * Nothing is asked of the provider before somebody signs in, so that one that is down holds up no start. Its address is the operator's own, and may be in their own network.
 */
export const createOpenidIssuer = (options: IssuerOptions): OpenidIssuer => {
  let kept: { configuration: Promise<Configuration>; until: number } | undefined
  const discover = (): Promise<Configuration> => {
    if (kept && performance.now() < kept.until) return kept.configuration
    const configuration = readConfiguration(options).catch((cause) => {
      kept = undefined
      throw new AppError('SIGN_ON_UNAVAILABLE', { cause })
    })
    kept = { configuration, until: performance.now() + KEPT_MS }
    return configuration
  }
  return {
    name: options.name,
    discover: async () => {
      await discover()
    },
    begin: async ({ state, nonce, verifier }, { redirectUri, isFresh }) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await load()
      return buildAuthorizationUrl(await discover(), {
        redirect_uri: redirectUri,
        scope: options.scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // OpenID Connect Core 1.0 §3.1.2.1: to ask anew, and to be told when that was.
        ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
      })
    },
    finish: async ({ state, nonce, verifier }, url) => {
      const { authorizationCodeGrant, fetchUserInfo } = await load()
      const configuration = await discover()
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
      const granted = await authorizationCodeGrant(configuration, url, checks).then(
        (tokens) => ({ tokens, claims: tokens.claims() }),
        async (failure: unknown) => ({ code: await toRefusal(failure) }),
      )
      if ('code' in granted) return { kind: 'refused', code: granted.code }
      const { tokens, claims } = granted
      if (!claims) return { kind: 'refused', code: 'no_id_token' }
      const { iss: issuer, sub: subject } = claims
      if (!SUBJECT.test(subject)) return { kind: 'refused', code: 'subject_invalid' }
      return {
        kind: 'identity',
        identity: {
          issuer,
          subject,
          authenticatedOn: toAuthenticatedOn(claims),
          readEmail: async () => {
            if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) {
              return toEmail(claims)
            }
            // Refuses what is said of another subject.
            const info = await fetchUserInfo(configuration, tokens.access_token, subject).catch((cause) => {
              throw new AppError('SIGN_ON_UNAVAILABLE', { cause })
            })
            return toEmail(info)
          },
        },
      }
    },
  }
}

const readConfiguration = async ({
  issuer,
  clientId,
  clientSecret,
}: IssuerOptions): Promise<Configuration> => {
  const {
    ClientSecretBasic,
    ClientSecretPost,
    allowInsecureRequests,
    buildAuthorizationUrl,
    discovery,
    enableNonRepudiationChecks,
  } = await load()
  const server = new URL(issuer)
  const configuration = await discovery(
    server,
    clientId,
    clientSecret,
    (as, ...rest) => {
      // RFC 8414 §2: where it names none, it takes the first.
      const methods = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
      const authenticate = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost
      return authenticate(clientSecret)(as, ...rest)
    },
    {
      timeout: TIMEOUT_S,
      // The signature of a token too, beside the TLS that it came by.
      execute: [enableNonRepudiationChecks, ...(isLoopback(server.hostname) ? [allowInsecureRequests] : [])],
    },
  )
  // The library looks at this address only now: one that no browser may be sent to is trouble of the provider.
  buildAuthorizationUrl(configuration, {})
  return configuration
}

/** OpenID Connect Core 1.0 §2. An empty one would make everybody the same user. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/

/** What rounding may make of one moment. */
const ROUNDING_S = 30

/** Nobody signed in after the token about it was made: such a time, say in milliseconds, would count as fresh for good. */
const toAuthenticatedOn = ({ auth_time: seconds, iat }: IDToken): Date | undefined =>
  seconds === undefined || seconds > iat + ROUNDING_S ? undefined : new Date(seconds * 1000)

/** The error code of an answer that is refused. @throws AppError SIGN_ON_UNAVAILABLE, for trouble of the provider or with our settings */
const toRefusal = async (failure: unknown): Promise<string> => {
  const { AuthorizationResponseError, ClientError, ResponseBodyError } = await load()
  if (failure instanceof AuthorizationResponseError) return failure.error
  if (failure instanceof ResponseBodyError && failure.error === 'invalid_grant') return failure.error
  if (failure instanceof ClientError && failure.code && REFUSALS.has(failure.code)) return failure.code
  throw new AppError('SIGN_ON_UNAVAILABLE', { cause: failure })
}

const REFUSALS = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  // A token signed or encrypted in a way that is not taken.
  'OAUTH_UNSUPPORTED_OPERATION',
])

/** By what an invitation takes for an address: nobody is invited by anything else. */
const toEmail = ({ email, email_verified: isVerified }: Readonly<Record<string, unknown>>) => {
  const { data } = emailAddress.safeParse(email)
  return { email: data === undefined ? undefined : emailKeyOf(data), isVerified: isVerified === true }
}
