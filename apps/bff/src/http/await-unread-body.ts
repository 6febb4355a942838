import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'

/** More than the largest body that a route takes. */
const MOST_BYTES = 16 * 1024 * 1024
/** As long as nginx waits (`lingering_time`). */
const LONGEST_MS = 30_000

/**
 * A refusal that is known before the body is read waits for what is still coming, and throws it away: closing a
 * connection with bytes unread resets it, and the answer is lost with it (RFC 9112 §9.6). What is too large is not waited
 * for.
 */
export const awaitUnreadBody = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.res.status < 400 || c.res.status === 413) return
  const { body, bodyUsed } = c.req.raw
  if (!body || bodyUsed || body.locked) return
  const reader = body.getReader()
  // Letting go, not cancelling: that would end the connection before the answer.
  const deadline = setTimeout(() => reader.releaseLock(), LONGEST_MS)
  try {
    for (let bytes = 0; bytes < MOST_BYTES; ) {
      const { value, done } = await reader.read()
      if (done) return
      bytes += value.byteLength
    }
  } catch {
    // Whoever sent it is gone, or too slow.
  } finally {
    clearTimeout(deadline)
  }
})
