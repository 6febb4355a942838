import { createConsoleInviteSchema } from '@visavis/shared/console-api'
import { CONSOLE_ROLES, OPERATOR } from '@visavis/shared/console-roles'
import { Command, Option } from 'commander'
import {
  createConsoleInvite,
  deleteConsoleUser,
  isLastAdmin,
  listPictureViewers,
} from '../features/console/index.ts'
import { checkInput } from './check-input.ts'
import { chooseDesk, OPERATOR_OPTION } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { recordAtTerminal } from './record-at-terminal.ts'
import { toTable } from './to-table.ts'

interface ConsoleOptions {
  tenant?: string
  operator?: boolean
}

interface InviteOptions extends ConsoleOptions {
  role?: string
  name: string
  email?: string
}

interface RemoveOptions extends ConsoleOptions {
  force?: boolean
}

const OPERATOR_INVITE = createConsoleInviteSchema.omit({ role: true })

interface PicturesOptions extends ConsoleOptions {
  people?: '1' | '2'
}

const TENANT = ['--tenant <id>', 'which partner, when there are several'] as const

export const consoleCommand = ({ withStorage, write, now, consoleUrl }: CliContext): Command =>
  new Command('console')
    .description('who may sign in to the console')
    .addCommand(
      new Command('invite')
        .description('make a link that registers one passkey, once, within 24 hours; it is shown this once')
        .option(...TENANT)
        .option(...OPERATOR_OPTION)
        .addOption(
          new Option('--role <role>', 'without --operator it is needed')
            .choices(CONSOLE_ROLES)
            .conflicts('operator'),
        )
        .option('--name <name>', 'for the people they work with', 'Console user')
        .option(
          '--email <address>',
          'by which your sign-in provider knows them: with single sign-on they need no link',
        )
        .action(async ({ tenant, operator, ...given }: InviteOptions) => {
          if (!operator && given.role === undefined) {
            throw new CliError('Say as what: --role viewer, reviewer or admin, or --operator.')
          }
          const input = operator
            ? ({ ...checkInput(given, OPERATOR_INVITE), role: OPERATOR } as const)
            : checkInput(given, createConsoleInviteSchema)
          await withStorage(async ({ database }) => {
            const desk = await chooseDesk(database, { tenant, operator })
            const deps = { database, now, consoleUrl: consoleUrl() }
            const { invite, url } = await createConsoleInvite(deps, desk.id, input)
            await recordAtTerminal(deps, desk.id, 'console_invite.create', invite.id)
            write(`Invitation     ${url}\nUntil          ${invite.expiresOn.toISOString()}\n`)
          })
        }),
    )
    .addCommand(
      new Command('pictures')
        .description(
          'how many people it takes to look at a picture; with two, somebody asks and another allows it',
        )
        .option(...TENANT)
        .addOption(new Option('--people <number>', 'from now on').choices(['1', '2']))
        .action(({ tenant: tenantId, people }: PicturesOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseDesk(database, { tenant: tenantId })
            if (people !== undefined) {
              await database.tenants.setPictureAccess(tenant.id, people === '2' ? 'two_people' : 'one_person')
              await recordAtTerminal({ database, now }, tenant.id, 'tenant.update', tenant.id)
            }
            const access = await database.tenants.readPictureAccess(tenant.id)
            const { size } = await listPictureViewers({ database }, tenant.id)
            write(
              `Pictures       ${access === 'two_people' ? 'two people' : 'one person'}\nReviewers      ${size}\n`,
            )
            if (access === 'two_people' && size < 2) {
              write('Nobody sees a picture until there are two who may: invite another reviewer.\n')
            }
          }),
        ),
    )
    .addCommand(
      new Command('list')
        .description('list who may sign in')
        .option(...TENANT)
        .option(...OPERATOR_OPTION)
        .action((options: ConsoleOptions) =>
          withStorage(async ({ database }) => {
            const desk = await chooseDesk(database, options)
            const users = await database.consoleUsers.list(desk.id)
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
        .description(
          'take a user away with sessions and, if they work for nobody else, passkeys, at once and for good',
        )
        .argument('<id>', 'cusr_…')
        .option(...TENANT)
        .option(...OPERATOR_OPTION)
        .option('--force', 'the last admin too')
        .action((id: string, { force, ...options }: RemoveOptions) =>
          withStorage(async ({ database }) => {
            const desk = await chooseDesk(database, options)
            const isGone = await database.transaction(async (inside) => {
              if (!force && isLastAdmin(await inside.consoleUsers.lockAdmins(desk.id), id)) {
                throw new CliError(
                  `${id} is the last admin of ${desk.name}: nobody could invite anybody at the console any more. ` +
                    'Invite another first ("visavis console invite --role admin"), or add --force.',
                )
              }
              return deleteConsoleUser(inside, desk.id, id, now())
            })
            if (!isGone) {
              throw new CliError(`${desk.name} has no user ${id}. "visavis console list" shows them.`)
            }
            await recordAtTerminal({ database, now }, desk.id, 'console_user.delete', id)
            write(`Removed ${id}\n`)
          }),
        ),
    )
