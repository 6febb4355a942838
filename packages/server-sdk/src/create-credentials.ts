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
  let kept: { authorization: Promise<string>; header?: string; endsOn: number } | undefined

  const renew = () => {
    const token = http.post<Token>(url, { headers, body: new URLSearchParams(form) }).json()
    const authorization = token.then(({ access_token }) => `Bearer ${access_token}`)
    const fetched: NonNullable<typeof kept> = { authorization, endsOn: Number.POSITIVE_INFINITY }
    Promise.all([token, authorization]).then(
      ([{ expires_in }, header]) => {
        fetched.header = header
        fetched.endsOn = Date.now() + expires_in * 1000 - RENEW_BEFORE_MS
      },
      () => {
        fetched.endsOn = 0
      },
    )
    return fetched
  }

  return {
    authorize: () => {
      if (!kept || kept.endsOn <= Date.now()) kept = renew()
      return kept.authorization
    },
    refuse: (authorization) => {
      // Another call may have been refused the same one before, and there is a new one by now.
      if (kept?.header === authorization) kept = undefined
      return true
    },
  }
}

/**
 * Without the end of the line that a file may have brought along. What no header can hold is refused here: the error of
 * `fetch` would quote it. @throws TypeError
 */
const readSecret = (name: string, given: string | undefined): string => {
  const secret = given?.trim()
  if (secret && /^[\x21-\x7e]+$/.test(secret)) return secret
  throw new TypeError(secret ? `${name} has characters that none of Visavis has` : `${name} is missing`)
}

/** @throws TypeError where one is missing */
export const createCredentials = (
  options: HttpOptions,
  baseUrl: string,
  given: Partial<ApiKey & OauthClient>,
): Credentials => {
  if (given.clientId === undefined) {
    const authorization = `Bearer ${readSecret('apiKey', given.apiKey)}`
    return { authorize: async () => authorization, refuse: () => false }
  }
  return createTokens(options, `${baseUrl}/connect/token`, {
    clientId: readSecret('clientId', given.clientId),
    clientSecret: readSecret('clientSecret', given.clientSecret),
    ...(given.scope === undefined ? {} : { scope: given.scope }),
  })
}
