import { createConsoleInviteSchema } from '@visavis/shared/console-api'
import { CONSOLE_ROLES } from '@visavis/shared/console-roles'
import { Command } from 'commander'
import { createConsoleInvite, deleteConsoleUser, isLastAdmin } from '../features/console/index.ts'
import { checkInput } from './check-input.ts'
import { chooseDesk } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { recordAtTerminal } from './record-at-terminal.ts'
import { toTable } from './to-table.ts'

interface ConsoleOptions {
  tenant?: string
}

interface InviteOptions extends ConsoleOptions {
  role: string
  name: string
  email?: string
}

interface RemoveOptions extends ConsoleOptions {
  force?: boolean
}

const TENANT = ['--tenant <id>', 'which partner, when there are several'] as const

export const consoleCommand = ({ withStorage, write, now, publicUrl }: CliContext): Command =>
  new Command('console')
    .description('who may sign in to the console')
    .addCommand(
      new Command('invite')
        .description('make a link that registers one passkey, once, within 24 hours; it is shown this once')
        .option(...TENANT)
        .requiredOption('--role <role>', CONSOLE_ROLES.join(', '))
        .option('--name <name>', 'for the people they work with', 'Console user')
        .option(
          '--email <address>',
          'by which your sign-in provider knows them: with single sign-on they need no link',
        )
        .action(async ({ tenant: tenantId, ...given }: InviteOptions) => {
          const input = checkInput(given, createConsoleInviteSchema)
          await withStorage(async ({ database }) => {
            const tenant = await chooseDesk(database, tenantId)
            const deps = { database, now, publicUrl: publicUrl() }
            const { invite, url } = await createConsoleInvite(deps, tenant.id, input)
            await recordAtTerminal(deps, tenant.id, 'console_invite.create', invite.id)
            write(`Invitation     ${url}\nUntil          ${invite.expiresOn.toISOString()}\n`)
          })
        }),
    )
    .addCommand(
      new Command('list')
        .description('list who may sign in')
        .option(...TENANT)
        .action(({ tenant: tenantId }: ConsoleOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseDesk(database, tenantId)
            const users = await database.consoleUsers.list(tenant.id)
            const rows = users.map((user) => [
              user.id,
              user.role,
              user.createdOn.toISOString().slice(0, 10),
              user.name,
            ])
            write(toTable(['ID', 'ROLE', 'CREATED', 'NAME'], rows))
          }),
        ),
    )
    .addCommand(
      new Command('remove')
        .description('take a user away with passkeys and sessions, at once and for good')
        .argument('<id>', 'cusr_…')
        .option(...TENANT)
        .option('--force', 'the last admin too')
        .action((id: string, { tenant: tenantId, force }: RemoveOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseDesk(database, tenantId)
            const isGone = await database.transaction(async (inside) => {
              if (!force && isLastAdmin(await inside.consoleUsers.lockAdmins(tenant.id), id)) {
                throw new CliError(
                  `${id} is the last admin of ${tenant.name}: nobody could invite anybody at the console any more. ` +
                    'Invite another first ("visavis console invite --role admin"), or add --force.',
                )
              }
              return deleteConsoleUser(inside, tenant.id, id, now())
            })
            if (!isGone) {
              throw new CliError(`${tenant.name} has no user ${id}. "visavis console list" shows them.`)
            }
            await recordAtTerminal({ database, now }, tenant.id, 'console_user.delete', id)
            write(`Removed ${id}\n`)
          }),
        ),
    )
