import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'

/** The same `Idempotency-Key` and request once more gets the first answer; another request under it is refused. */
export const idempotency = () => {
  const kept = new Map<string, { request: string; answer: Response }>()
  return createMiddleware(async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (key === undefined || c.req.method !== 'POST') return next()
    const body = Buffer.from(await c.req.arrayBuffer()).toString('base64')
    const request = `${c.req.path} ${body}`
    const known = kept.get(key)
    if (known && known.request !== request) throw new AppError('IDEMPOTENCY_KEY_REUSED')
    if (known) {
      c.res = known.answer.clone()
      c.header('Idempotent-Replayed', 'true')
      return
    }
    await next()
    kept.set(key, { request, answer: c.res.clone() })
  })
}
