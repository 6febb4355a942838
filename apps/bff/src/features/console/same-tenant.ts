import { CONSOLE_TENANT_HEADER } from '@visavis/shared/console-mode'
import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import type { ConsoleEndpoint } from './console-endpoint.ts'
import type { ConsoleEnv } from './console-session.ts'

/**
 * Behind a session: a page says whose it is, and where another window has switched since, nothing that was meant for one
 * tenant is done in the other.
 * @throws AppError CONSOLE_TENANT_CHANGED
 */
export const sameTenant = createMiddleware<ConsoleEnv>(async (c, next) => {
  const meant = c.req.header(CONSOLE_TENANT_HEADER)
  if (meant !== undefined && meant !== c.get('user').tenantId) throw new AppError('CONSOLE_TENANT_CHANGED')
  await next()
})

const tenantHeader = {
  [CONSOLE_TENANT_HEADER]: z.string().optional().meta({
    description: 'Id of the tenant that the request is meant for: 409 where the session is in another one.',
  }),
}

/** For the document. */
export const inOneTenant = <Deps>(endpoint: ConsoleEndpoint<Deps>): ConsoleEndpoint<Deps> =>
  endpoint.role === 'anyone'
    ? endpoint
    : {
        ...endpoint,
        header: (endpoint.header ?? z.object({})).extend(tenantHeader),
        errors: [...(endpoint.errors ?? []), 'CONSOLE_TENANT_CHANGED'],
      }
