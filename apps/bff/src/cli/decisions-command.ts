import { Command } from 'commander'
import { verifyDecisions } from '../features/authentications/index.ts'
import { chooseTenant } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { collect } from './collect.ts'

export const decisionsCommand = ({
  withStorage,
  write,
}: Pick<CliContext, 'withStorage' | 'write'>): Command =>
  new Command('decisions').description('the chain over all decisions').addCommand(
    new Command('verify')
      .description('prove that no decision was changed or removed, or name the first that was')
      .option('--tenant <id>', 'which partner, when there are several')
      .option(
        '--earlier-version <id>',
        'repeatable: a face authentication that an earlier version decided during an upgrade, as you have looked up',
        collect,
      )
      .action(({ tenant: tenantId, earlierVersion = [] }: { tenant?: string; earlierVersion?: string[] }) =>
        withStorage(async ({ database }) => {
          const tenant = await chooseTenant(database, tenantId)
          const found = await verifyDecisions(database, tenant.id, earlierVersion)
          const { verified, hash, earlier, missing, accepted, broken } = found
          write(`Verified       ${verified} of ${tenant.name}\n`)
          write(`Last hash      ${Buffer.from(hash).toString('hex') || 'none'}\n`)
          write(`Before it      ${earlier} decided before there was a chain\n`)
          for (const id of accepted) write(`Accepted       ${id}: decided by an earlier version\n`)
          for (const id of missing) write(`Without a row  ${id}\n`)
          if (!broken) return
          const of = broken.faceAuthenticationId ? ` (${broken.faceAuthenticationId})` : ''
          throw new CliError(`The chain breaks at ${broken.number}${of}: ${broken.problem}.`)
        }),
      ),
  )
