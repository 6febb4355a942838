export interface Token {
  token: string
  expiresOn: Date
}

export interface TokenCache {
  /** A token that is good for a while yet; those who come together wait for the same one. */
  get(): Promise<string>
  /** The vendor no longer takes it. */
  forget(): void
}

interface TokenCacheOptions {
  /** Not stopped by any one caller: others wait for it too. */
  fetchToken: (signal: AbortSignal) => Promise<Token>
  now: () => Date
}

/** A token is not used in the last part of its life: it has to last until the vendor has looked at it. */
const MARGIN_MS = 30_000
const FETCH_DEADLINE_MS = 15_000

/** Keeps a vendor's access token in memory until shortly before it runs out. */
export const createTokenCache = ({ fetchToken, now }: TokenCacheOptions): TokenCache => {
  let known: Token | undefined
  let fetching: Promise<Token> | undefined

  const fetchOnce = async (): Promise<Token> => {
    try {
      known = await fetchToken(AbortSignal.timeout(FETCH_DEADLINE_MS))
      return known
    } finally {
      fetching = undefined
    }
  }

  return {
    get: async () => {
      if (known && known.expiresOn.getTime() - MARGIN_MS > now().getTime()) return known.token
      fetching ??= fetchOnce()
      return (await fetching).token
    },
    forget: () => {
      known = undefined
    },
  }
}
