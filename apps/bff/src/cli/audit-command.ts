import { Command } from 'commander'
import { verifyAudit } from '../features/audit/index.ts'
import { chooseTenant } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'

export const auditCommand = ({ withStorage, write }: Pick<CliContext, 'withStorage' | 'write'>): Command =>
  new Command('audit').description('the log of who did what').addCommand(
    new Command('verify')
      .description('prove that no entry was changed or removed, or name the first that was')
      .option('--tenant <id>', 'which partner, when there are several')
      .action(({ tenant: tenantId }: { tenant?: string }) =>
        withStorage(async ({ database }) => {
          const tenant = await chooseTenant(database, tenantId)
          const { verified, hash, broken } = await verifyAudit(database, tenant.id)
          write(`Verified       ${verified} of ${tenant.name}\n`)
          write(`Last hash      ${Buffer.from(hash).toString('hex') || 'none'}\n`)
          if (!broken) return
          const { number, row, problem } = broken
          const of = row ? ` (${row.id}, ${row.action})` : ''
          throw new CliError(`The audit log breaks at ${number}${of}: ${problem}.`)
        }),
      ),
  )
