import { createApiKeySchema } from '@visavis/shared/access-api'
import { SCOPES } from '@visavis/shared/scopes'
import { Command } from 'commander'
import { createApiKey } from '../features/access/index.ts'
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
}

const TENANT = ['--tenant <id>', 'which partner, when there are several'] as const

export const keyCommand = ({ withStorage, write, now }: CliContext): Command =>
  new Command('key')
    .description('API keys and what they may do')
    .addCommand(
      new Command('create')
        .description('create an API key; it is shown this once')
        .option(...TENANT)
        .option('--name <name>', 'for people')
        .requiredOption('--scope <scope>', `repeatable: ${SCOPES.join(', ')}`, collect)
        .action(async ({ tenant: tenantId, name, scope: scopes }: KeyOptions) => {
          const input = checkInput({ name, scopes }, createApiKeySchema)
          await withStorage(async ({ database }) => {
            const tenant = await chooseTenant(database, tenantId)
            const { row, apiKey } = await createApiKey({ database, now }, tenant.id, input)
            await recordAtTerminal({ database, now }, tenant.id, 'key.create', row.id)
            write(`API key        ${apiKey}\nId             ${row.id}\n`)
          })
        }),
    )
    .addCommand(
      new Command('list')
        .description('list the API keys by their last four characters')
        .option(...TENANT)
        .action(({ tenant: tenantId }: KeyOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseTenant(database, tenantId)
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
        .action((id: string, { tenant: tenantId }: KeyOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseTenant(database, tenantId)
            if (!(await database.apiKeys.delete(tenant.id, id))) {
              throw new CliError(`${tenant.name} has no key ${id}. "visavis key list" shows them.`)
            }
            await recordAtTerminal({ database, now }, tenant.id, 'key.delete', id)
            write(`Revoked ${id}\n`)
          }),
        ),
    )
