import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import type { ConsoleEnv } from './console-session.ts'
import type { ConsoleDeps } from './deps.ts'
import { isPasskeyRecent } from './session-rules.ts'

/**
 * Behind a session: whoever sat down at a desk that was left open gets no further. An endpoint asks for it with
 * `recentPasskey: true`; the page asks for the passkey and sends the request again.
 * @throws AppError CONSOLE_PASSKEY_NEEDED
 */
export const requireRecentPasskey = ({ now }: Pick<ConsoleDeps, 'now'>) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    if (!isPasskeyRecent(c.get('passkeyOn'), now())) throw new AppError('CONSOLE_PASSKEY_NEEDED')
    await next()
  })
