import { isTestTenant } from '@visavis/shared/test-mode'
import type { AllDatabase } from '../composition/create-database.ts'
import type { Tenant } from '../features/access/index.ts'
import { CliError } from './cli-error.ts'

/** The partner a command is for: the one that is named, be it the test side of one, or the only one there is. @throws CliError */
export const chooseTenant = async (database: AllDatabase, id: string | undefined): Promise<Tenant> => {
  const all = await database.tenants.list()
  const tenants = all.filter((tenant) => !isTestTenant(tenant.id))
  const [first, ...others] = id === undefined ? tenants : all.filter((tenant) => tenant.id === id)
  if (first && others.length === 0) return first
  if (tenants.length === 0) throw new CliError('There is no partner yet. Run "visavis setup" first.')
  const list = tenants.map((tenant) => `  ${tenant.id}  ${tenant.name}`).join('\n')
  const why =
    id === undefined ? 'There are several partners: name one' : `There is no partner ${id}: name one`
  throw new CliError(`${why} with --tenant.\n${list}`)
}

interface DeskOptions {
  tenant?: string | undefined
  /** That of the installation, instead of a partner's. */
  operator?: boolean | undefined
}

export const OPERATOR_OPTION = [
  '--operator',
  'of those who run the installation, instead of a partner',
] as const

/** The same, or the installation: it has people and an audit log, and nothing else of a partner. @throws CliError */
export const chooseLog = async (
  database: AllDatabase,
  { tenant: id, operator }: DeskOptions,
): Promise<Tenant> => {
  if (!operator) return chooseTenant(database, id)
  if (id !== undefined) throw new CliError('Operators belong to no partner: leave out --tenant.')
  return database.installation.open()
}

/** The same, for the people at the console: they are one for both modes. @throws CliError for the test side of a partner */
export const chooseDesk = async (database: AllDatabase, options: DeskOptions): Promise<Tenant> => {
  const tenant = await chooseLog(database, options)
  if (!isTestTenant(tenant.id)) return tenant
  throw new CliError(
    `${tenant.id} is the test mode of a partner, whose people see both: name the partner itself.`,
  )
}
