import { Command } from 'commander'
import { verifyDecisions } from '../features/authentications/index.ts'
import { chooseTenant } from './choose-tenant.ts'
import { type CliContext, CliError } from './cli-context.ts'

export const decisionsCommand = ({ withStorage, write }: CliContext): Command =>
  new Command('decisions').description('the chain over all decisions').addCommand(
    new Command('verify')
      .description('prove that no decision was changed or removed, or name the first that was')
      .option('--tenant <id>', 'which partner, when there are several')
      .action(({ tenant: tenantId }: { tenant?: string }) =>
        withStorage(async ({ database }) => {
          const tenant = await chooseTenant(database, tenantId)
          const { verified, hash, earlier, broken } = await verifyDecisions(database, tenant.id)
          write(`Verified       ${verified} of ${tenant.name}\n`)
          write(`Last hash      ${Buffer.from(hash).toString('hex') || 'none'}\n`)
          write(`Before it      ${earlier} decided before there was a chain\n`)
          if (!broken) return
          const of = broken.faceAuthenticationId ? ` (${broken.faceAuthenticationId})` : ''
          throw new CliError(`The chain breaks at ${broken.number}${of}: ${broken.problem}.`)
        }),
      ),
  )
