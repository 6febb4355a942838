import { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../http/env.ts'
import { hashSecret } from '../links/index.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps } from './deps.ts'
import { CHALLENGE_LIFETIME_MS } from './passkey-challenge.ts'
import { isSeenLongAgo, SESSION_LIFETIME_MS } from './session-rules.ts'

export interface ConsoleEnv extends AppEnv {
  Variables: AppEnv['Variables'] & {
    /** Of the tenant whose data the page asks for. */
    user: ConsoleUser
    /** Whose people work here, in whichever mode. */
    deskTenantId: string
    sessionHash: Uint8Array
    passkeyOn: Date
  }
}

const NAME = 'visavis-console'
/** `__Host-`: of this host alone, and by TLS; browsers count localhost as that. */
const HOST_ONLY = { prefix: 'host', secure: true, path: '/' } as const
/** For no script, and not along with what another site asks for. */
const KEPT = { ...HOST_ONLY, httpOnly: true, sameSite: 'Strict' } as const

export const setSessionCookie = (c: Context<ConsoleEnv>, token: string): void =>
  setCookie(c, NAME, token, { ...KEPT, maxAge: SESSION_LIFETIME_MS / 1000 })

const SIGN_ON = 'visavis-sign-on'

/** While the browser is at the sign-in provider: it is the one that comes back. */
export const setSignOnCookie = (c: Context<ConsoleEnv>, value: string): void =>
  setCookie(c, SIGN_ON, value, { ...KEPT, maxAge: CHALLENGE_LIFETIME_MS / 1000 })

/** Once: whatever comes of it, it is begun anew. */
export const takeSignOnCookie = (c: Context<ConsoleEnv>): string | undefined => {
  const value = getCookie(c, SIGN_ON, 'host')
  if (value !== undefined) deleteCookie(c, SIGN_ON, HOST_ONLY)
  return value
}

export const deleteSessionCookie = (c: Context<ConsoleEnv>): void => {
  deleteCookie(c, NAME, HOST_ONLY)
}

type SessionDeps = Pick<ConsoleDeps, 'database' | 'now'>

/** Of this browser, if it is good now. */
export const findSession = async ({ database, now }: SessionDeps, c: Context<ConsoleEnv>) => {
  const token = getCookie(c, NAME, 'host')
  const sessionHash = token ? hashSecret(token) : undefined
  const found = sessionHash && (await database.consoleSessions.find(sessionHash, now()))
  if (!found) return undefined
  const { lastSeenOn, passkeyOn, ...user } = found
  return { sessionHash, lastSeenOn, passkeyOn, user }
}

/** @throws AppError CONSOLE_SIGN_IN_NEEDED */
export const consoleSession = ({ database, now }: SessionDeps) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const found = await findSession({ database, now }, c)
    if (!found) throw new AppError('CONSOLE_SIGN_IN_NEEDED')
    const { sessionHash, lastSeenOn, passkeyOn, user } = found
    if (isSeenLongAgo(lastSeenOn, now())) await database.consoleSessions.touch(sessionHash, now())
    c.set('user', user)
    c.set('deskTenantId', user.tenantId)
    c.set('sessionHash', sessionHash)
    c.set('passkeyOn', passkeyOn)
    await next()
  })
