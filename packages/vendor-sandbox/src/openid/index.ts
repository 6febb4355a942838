import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'

/** Somebody who can sign in there; the password is anything. */
export interface OpenidAccount {
  sub: string
  email?: string
  email_verified?: boolean
}

interface OpenidOptions {
  port?: number
  /** Where it may send browsers back to. */
  redirectUris: string[]
}

export interface RunningOpenid {
  origin: string
  credentials: { clientId: string; clientSecret: string }
  /** By the name that they type. */
  accounts: Map<string, OpenidAccount>
  /** While it is there, every ID token says that instead: signed by the right key all the same, unless `key` is another. */
  forgery: {
    claims?: (claims: JWTPayload) => JWTPayload
    key?: JWK
    /** In the place of the whole token. */
    token?: (token: string) => string
  }
  /** Answers everything with 503. */
  isDown: boolean
  close(): Promise<void>
}

const CLIENT_ID = 'visavis-console'
const ALG = 'RS256'
const KID = 'openid-sandbox'

const SIGN_IN = '/interaction/'
/** Who is there? */
const PAGE = `<!doctype html><html lang="en"><title>Sandbox</title><h1>Sign in</h1>
<form><label>Name <input name="login" required></label> <button>Sign in</button></form>`

const HOUR_S = 3600
const TTL = { AccessToken: HOUR_S, Grant: HOUR_S, IdToken: HOUR_S, Interaction: HOUR_S, Session: HOUR_S }

const createKey = (): JWK => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: KID, alg: ALG, use: 'sig' }
}

/** An OpenID provider by the book (`oidc-provider`), with a sign-in page, on a free port of this machine. */
export const startOpenidProvider = async ({
  port = 0,
  redirectUris,
}: OpenidOptions): Promise<RunningOpenid> => {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clientSecret = randomBytes(24).toString('base64url')
  const key = createKey()
  const accounts = new Map<string, OpenidAccount>()
  const running: RunningOpenid = {
    origin,
    credentials: { clientId: CLIENT_ID, clientSecret },
    accounts,
    forgery: {},
    isDown: false,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        require_auth_time: true,
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: [randomBytes(32)] },
    jwks: { keys: [key] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `${SIGN_IN}${uid}` },
    ttl: TTL,
    findAccount: (_, name) => {
      const account = accounts.get(name)
      return account && { accountId: name, claims: () => ({ ...account }) }
    },
    // Nobody is asked whether the console may know their address.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: CLIENT_ID,
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    await next()
    const { claims, key: other, token } = running.forgery
    const body = ctx.body as { id_token?: string } | undefined
    if (ctx.path !== '/token' || !body?.id_token) return
    if (token) body.id_token = token(body.id_token)
    if (!(claims || other)) return
    const payload = decodeJwt(body.id_token)
    const forged = claims ? claims(payload) : payload
    const header = { alg: ALG, kid: KID }
    body.id_token = await new SignJWT(forged)
      .setProtectedHeader(header)
      .sign(await importJWK(other ?? key, ALG))
  })
  const serve = provider.callback()
  server.on('request', (request, response) => {
    if (running.isDown) return response.writeHead(503).end()
    const { pathname, searchParams } = new URL(request.url ?? '/', origin)
    const accountId = searchParams.get('login')
    if (!pathname.startsWith(SIGN_IN)) return serve(request, response)
    if (accountId === null) return response.setHeader('content-type', 'text/html').end(PAGE)
    return provider.interactionFinished(request, response, { login: { accountId } })
  })
  return running
}
