import { CONSOLE_MODE_HEADER } from '@visavis/shared/console-mode'
import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import type { ConsoleEndpoint } from './console-endpoint.ts'
import type { ConsoleEnv } from './console-session.ts'
import type { ConsoleDeps } from './deps.ts'

/**
 * Behind a session: whose data the page asks for, those of the user's partner or of its test mode. Each request says so
 * itself, so that two tabs may show one each.
 * @throws AppError NOT_FOUND where there is no test mode yet, REQUEST_INVALID for a mode that there is not: whoever means the
 * other would be shown live data
 */
export const chooseMode = ({ database }: Pick<ConsoleDeps, 'database'>) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const mode = c.req.header(CONSOLE_MODE_HEADER)
    if (mode !== undefined && mode !== 'test') {
      throw new AppError('REQUEST_INVALID', { errorCodes: ['visavis_mode__invalid_format'] })
    }
    if (mode === 'test') {
      const user = c.get('user')
      const test = await database.tenants.findTest(user.tenantId)
      if (!test) throw new AppError('NOT_FOUND')
      c.set('user', { ...user, tenantId: test.id })
    }
    await next()
  })

const modeHeader = {
  [CONSOLE_MODE_HEADER]: z.literal('test').optional().meta({
    description: "`test`: about the data of test mode; 404 where there is none. Default: the partner's own.",
  }),
}

/** An endpoint about a partner's data, which both modes have: for the document. */
export const inBothModes = <Deps>(endpoint: ConsoleEndpoint<Deps>): ConsoleEndpoint<Deps> => ({
  ...endpoint,
  header: (endpoint.header ?? z.object({})).extend(modeHeader),
  errors: [...new Set([...(endpoint.errors ?? []), 'NOT_FOUND' as const, 'REQUEST_INVALID' as const])],
})
