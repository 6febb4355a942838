import type { Context } from 'hono'
import type { AppEnv } from './env.ts'

/**
 * The address of whoever asks. Behind `trustedProxies` reverse proxies it is the one that the outermost of them
 * saw: so many from the right in `X-Forwarded-For`, since each proxy appends and everything further left can be made
 * up. `undefined` without a socket, as in tests.
 */
export const readClientAddress = <E extends AppEnv>(
  c: Context<E>,
  trustedProxies: number,
): string | undefined => {
  const socket = c.env?.incoming?.socket.remoteAddress
  if (trustedProxies === 0) return socket
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return forwarded.at(-trustedProxies) || socket
}
