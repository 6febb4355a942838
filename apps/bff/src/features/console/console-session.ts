import { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../http/env.ts'
import { hashSecret } from '../links/index.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps } from './deps.ts'
import { isSeenLongAgo, SESSION_LIFETIME_MS } from './session-rules.ts'

export interface ConsoleEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { user: ConsoleUser; sessionHash: Uint8Array; passkeyOn: Date }
}

const NAME = 'visavis-console'
/** `__Host-`: of this host alone, and by TLS; browsers count localhost as that. */
const HOST_ONLY = { prefix: 'host', secure: true, path: '/' } as const

export const setSessionCookie = (c: Context<ConsoleEnv>, token: string): void =>
  setCookie(c, NAME, token, {
    ...HOST_ONLY,
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: SESSION_LIFETIME_MS / 1000,
  })

export const deleteSessionCookie = (c: Context<ConsoleEnv>): void => {
  deleteCookie(c, NAME, HOST_ONLY)
}

/** @throws AppError CONSOLE_SIGN_IN_NEEDED */
export const consoleSession = ({ database, now }: Pick<ConsoleDeps, 'database' | 'now'>) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const token = getCookie(c, NAME, 'host')
    const tokenHash = token ? hashSecret(token) : undefined
    const found = tokenHash && (await database.consoleSessions.find(tokenHash, now()))
    if (!found) throw new AppError('CONSOLE_SIGN_IN_NEEDED')
    const { lastSeenOn, passkeyOn, ...user } = found
    if (isSeenLongAgo(lastSeenOn, now())) await database.consoleSessions.touch(tokenHash, now())
    c.set('user', user)
    c.set('sessionHash', tokenHash)
    c.set('passkeyOn', passkeyOn)
    await next()
  })
