import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { AppEnv } from './env.ts'

/** What follows is a way back into an attempt, good for whoever holds it. */
const RETURN = '/return/'

/** One line a request: ids and codes only. Query strings stay out, they may carry a partner's data. */
export const requestLog = (log: Logger) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const started = performance.now()
    await next()
    log.info({
      request_id: c.get('requestId'),
      method: c.req.method,
      path: c.req.path.startsWith(RETURN) ? RETURN : c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    })
  })
