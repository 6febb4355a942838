import { createApiKeySchema } from '@visavis/shared/access-api'
import { SCOPES } from '@visavis/shared/scopes'
import { isTestTenant } from '@visavis/shared/test-mode'
import { Command } from 'commander'
import type { AllDatabase } from '../composition/create-database.ts'
import { createApiKey, openTestTenant, type Tenant } from '../features/access/index.ts'
import { TERMINAL } from '../features/audit/index.ts'
import { checkInput } from './check-input.ts'
import { chooseTenant } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { collect } from './collect.ts'
import { listAll } from './list-all.ts'
import { recordAtTerminal } from './record-at-terminal.ts'
import { toTable } from './to-table.ts'

interface KeyOptions {
  tenant?: string
  name?: string
  scope?: string[]
  test?: boolean
}

const TENANT = ['--tenant <id>', 'which partner, when there are several'] as const

const TEST = ['--test', 'in test mode, where magic applicants give each outcome'] as const

/** @throws CliError for the test side of a partner that has none yet */
const chooseSide = async (database: AllDatabase, { tenant: id, test }: KeyOptions): Promise<Tenant> => {
  const tenant = await chooseTenant(database, id)
  if (!test || isTestTenant(tenant.id)) return tenant
  const side = await database.tenants.findTest(tenant.id)
  if (!side) throw new CliError(`${tenant.name} has no test mode yet. "visavis key create --test" begins it.`)
  return side
}

export const keyCommand = ({ withStorage, write, now }: CliContext): Command =>
  new Command('key')
    .description('API keys and what they may do')
    .addCommand(
      new Command('create')
        .description('create an API key; it is shown this once')
        .option(...TENANT)
        .option('--name <name>', 'for people')
        .requiredOption('--scope <scope>', `repeatable: ${SCOPES.join(', ')}`, collect)
        .option(...TEST)
        .action(async ({ tenant: id, name, scope: scopes, test }: KeyOptions) => {
          const input = checkInput({ name, scopes }, createApiKeySchema)
          await withStorage(async ({ database }) => {
            const { id: tenantId } = await chooseTenant(database, id)
            const owner = test
              ? await openTestTenant({ database, now }, { tenantId, actor: TERMINAL })
              : tenantId
            const { row, apiKey } = await createApiKey({ database, now }, owner, input)
            await recordAtTerminal({ database, now }, owner, 'key.create', row.id)
            write(`API key        ${apiKey}\nId             ${row.id}\n`)
            if (!test) return
            const { rows } = await database.userJourneys.list(owner, { skip: 0, limit: 1 })
            write(`Test partner   ${owner}\n`)
            for (const journey of rows) write(`User journey   ${journey.id}\n`)
          })
        }),
    )
    .addCommand(
      new Command('list')
        .description('list the API keys by their last four characters')
        .option(...TENANT)
        .option(...TEST)
        .action((options: KeyOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseSide(database, options)
            const keys = await listAll((page) => database.apiKeys.list(tenant.id, page))
            const rows = keys.map((key) => [
              key.id,
              `…${key.lastFour ?? '????'}`,
              key.createdOn.toISOString().slice(0, 10),
              key.scopes.join(' '),
              key.name ?? '',
            ])
            write(toTable(['ID', 'KEY', 'CREATED', 'SCOPES', 'NAME'], rows))
          }),
        ),
    )
    .addCommand(
      new Command('revoke')
        .description('make a key useless, at once and for good')
        .argument('<id>', 'key_…')
        .option(...TENANT)
        .option(...TEST)
        .action((id: string, options: KeyOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseSide(database, options)
            if (!(await database.apiKeys.delete(tenant.id, id))) {
              throw new CliError(`${tenant.name} has no key ${id}. "visavis key list" shows them.`)
            }
            await recordAtTerminal({ database, now }, tenant.id, 'key.delete', id)
            write(`Revoked ${id}\n`)
          }),
        ),
    )
