import { AppError } from '@visavis/shared/errors'
import { hasScope, type Scope } from '@visavis/shared/scopes'
import type { Hono, MiddlewareHandler } from 'hono'
import type { PartnerEnv } from './env.ts'

const NEEDED = new WeakMap<object, Scope>()

/** Declares, beside a route's path, the scope a key or token needs for it. @throws AppError SCOPE_MISSING */
export const requireScope = (needed: Scope): MiddlewareHandler<PartnerEnv> => {
  const check: MiddlewareHandler<PartnerEnv> = async (c, next) => {
    if (!hasScope(c.get('scopes'), needed)) {
      // RFC 6750 §3.1
      c.header('WWW-Authenticate', `Bearer realm="visavis", error="insufficient_scope", scope="${needed}"`)
      throw new AppError('SCOPE_MISSING')
    }
    await next()
  }
  NEEDED.set(check, needed)
  return check
}

export interface ScopedRoute {
  method: string
  path: string
  scope: Scope
}

/** Every route with the scope it declares. @throws Error naming a route that declares none */
export const listScopedRoutes = ({ routes }: Hono<PartnerEnv>): ScopedRoute[] => {
  const scopes = new Map<string, Scope | undefined>()
  for (const { method, path, handler } of routes) {
    // `use` registers for all methods: that is what goes before a route, not a route.
    if (method === 'ALL') continue
    const name = `${method} ${path}`
    scopes.set(name, scopes.get(name) ?? NEEDED.get(handler))
  }
  return [...scopes].map(([name, scope]) => {
    if (!scope) throw new Error(`${name} declares no scope`)
    const [method = '', path = ''] = name.split(' ')
    return { method, path, scope }
  })
}
