import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import type { ConsoleEnv } from './console-session.ts'
import type { ConsoleDeps } from './deps.ts'
import { isPasskeyRecent } from './session-rules.ts'

/**
 * Behind a session: whoever sat down at a desk that was left open gets no further. An endpoint asks for it with
 * `recentPasskey: true`; the page asks for the passkey and sends the request again. Whoever has none shows themselves to
 * the sign-in provider.
 * @throws AppError CONSOLE_PASSKEY_NEEDED, CONSOLE_SIGN_ON_NEEDED
 */
export const requireRecentPasskey = ({
  database,
  now,
  singleSignOn,
}: Pick<ConsoleDeps, 'database' | 'now' | 'singleSignOn'>) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    if (isPasskeyRecent(c.get('passkeyOn'), now())) return next()
    if (!singleSignOn) throw new AppError('CONSOLE_PASSKEY_NEEDED')
    const passkeys = await database.consoleUsers.listCredentials(c.get('user').id)
    throw new AppError(passkeys.length === 0 ? 'CONSOLE_SIGN_ON_NEEDED' : 'CONSOLE_PASSKEY_NEEDED')
  })
