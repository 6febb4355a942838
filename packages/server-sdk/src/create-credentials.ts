import { type Credentials, createHttp, type HttpOptions } from './create-http.ts'

export interface ApiKey {
  /** A secret key, `sk_…`. */
  apiKey: string
}

export interface OauthClient {
  clientId: string
  clientSecret: string
  /** What its tokens may do, with blanks between. Default: all that the client may. */
  scope?: string
}

/** A token is given up before its end: for so long a request may be on its way. */
const RENEW_BEFORE_MS = 60_000

interface Token {
  access_token: string
  /** Seconds. */
  expires_in: number
}

/** Tokens of RFC 6749 §4.4, each kept until shortly before its end. Who asks while one is fetched gets the same. */
const createTokens = (
  options: HttpOptions,
  url: string,
  { clientId, clientSecret, scope }: OauthClient,
): Credentials => {
  const http = createHttp(options)
  // RFC 6749 §2.3.1: both are form-encoded first.
  const basic = Buffer.from([clientId, clientSecret].map(encodeURIComponent).join(':')).toString('base64')
  const headers = { authorization: `Basic ${basic}` }
  const form = { grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) }
  let kept: { token: Promise<Token>; endsOn: number } | undefined

  const renew = () => {
    const token = http.post<Token>(url, { headers, body: new URLSearchParams(form) }).json()
    const fetched = { token, endsOn: Number.POSITIVE_INFINITY }
    token.then(
      ({ expires_in }) => {
        fetched.endsOn = Date.now() + expires_in * 1000 - RENEW_BEFORE_MS
      },
      () => {
        fetched.endsOn = 0
      },
    )
    return fetched
  }

  return {
    authorize: async () => {
      if (!kept || kept.endsOn <= Date.now()) kept = renew()
      return `Bearer ${(await kept.token).access_token}`
    },
    refuse: () => {
      kept = undefined
      return true
    },
  }
}

export const createCredentials = (
  options: HttpOptions,
  baseUrl: string,
  given: ApiKey | OauthClient,
): Credentials =>
  'clientId' in given
    ? createTokens(options, `${baseUrl}/connect/token`, given)
    : { authorize: async () => `Bearer ${given.apiKey}`, refuse: () => false }
