import type { Context } from 'hono'

export type TokenError = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope'

interface TokenRequest {
  clientId: string
  clientSecret: string
  scope: string | undefined
}

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i
const BASIC = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i

/**
 * The client in the body or in HTTP Basic. RFC 6749 §2.3 wants one of them; Checkout.com's Python client sends both, so
 * both count as long as they say the same.
 */
export const readTokenRequest = async (c: Context): Promise<TokenRequest | { error: TokenError }> => {
  const isForm = FORM_TYPE.test(c.req.header('content-type') ?? '')
  const form = new URLSearchParams(await c.req.text())
  // RFC 6749 §3.2: no parameter twice.
  if (!isForm || new Set(form.keys()).size !== form.size) return { error: 'invalid_request' }
  // An empty parameter counts as none, as the same section says.
  const read = (name: string): string | undefined => form.get(name) || undefined

  const grant = read('grant_type')
  if (!grant) return { error: 'invalid_request' }
  if (grant !== 'client_credentials') return { error: 'unsupported_grant_type' }

  const header = c.req.header('authorization')
  const inBody = { clientId: read('client_id'), clientSecret: read('client_secret') }
  if (header === undefined) {
    const { clientId, clientSecret } = inBody
    if (!clientId || !clientSecret) return { error: 'invalid_request' }
    return { clientId, clientSecret, scope: read('scope') }
  }
  const basic = readBasic(header)
  if (!basic) return { error: 'invalid_client' }
  const isContradicted =
    (inBody.clientId ?? basic.clientId) !== basic.clientId ||
    (inBody.clientSecret ?? basic.clientSecret) !== basic.clientSecret
  if (isContradicted) return { error: 'invalid_request' }
  return { ...basic, scope: read('scope') }
}

/** RFC 7617 §2, each half form-encoded before (RFC 6749 §2.3.1). */
const readBasic = (header: string): { clientId: string; clientSecret: string } | undefined => {
  const encoded = BASIC.exec(header)?.[1]
  if (!encoded) return undefined
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const clientId = decodeForm(id)
  const clientSecret = decodeForm(secret.join(':'))
  return clientId && clientSecret ? { clientId, clientSecret } : undefined
}

const decodeForm = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
