import type { Readable } from 'node:stream'
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
  // Node's own request: Hono's would have to be made for it, with a stream around this one.
  const incoming = c.env?.incoming
  if (incoming?.readableDidRead !== false || incoming.readableEnded || incoming.destroyed) return
  await drain(incoming)
})

/** Ends as well once whoever sends is gone, too slow or has sent too much: then with the request unbroken. */
const drain = async (incoming: Readable): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const deadline = setTimeout(resolve, LONGEST_MS)
  let bytes = 0
  const count = (chunk: Uint8Array): void => {
    bytes += chunk.byteLength
    if (bytes < MOST_BYTES) return
    incoming.pause()
    resolve()
  }
  incoming.on('data', count).once('end', resolve).once('close', resolve).once('error', resolve)
  incoming.resume()
  await promise
  clearTimeout(deadline)
  incoming.off('data', count).off('end', resolve).off('close', resolve).off('error', resolve)
  // Letting go, not destroying: that would end the connection before the answer.
  if (!incoming.readableEnded) incoming.pause()
}
