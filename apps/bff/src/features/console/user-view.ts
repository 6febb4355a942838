import type { ConsoleUserView } from '@visavis/shared/console-api'
import { AppError } from '@visavis/shared/errors'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps } from './deps.ts'

/** Who is signed in, as their page hears it. */
export const toUserView = async (
  { database }: Pick<ConsoleDeps, 'database'>,
  { id, name, role, tenantId }: ConsoleUser,
): Promise<ConsoleUserView> => {
  const tenant = await database.tenants.get(tenantId)
  if (!tenant) throw new AppError('CONSOLE_SIGN_IN_NEEDED')
  const test = await database.tenants.findTest(tenantId)
  return {
    id,
    name,
    role,
    tenant: { id: tenant.id, name: tenant.name },
    tenants: await database.consoleUsers.listTenants(id),
    has_test_mode: test !== undefined,
  }
}
