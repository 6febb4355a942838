import { AUDIT_ACTIONS, type AuditAction } from '@visavis/shared/audit'
import { Command, InvalidArgumentError, Option } from 'commander'
import { verifyAudit } from '../features/audit/index.ts'
import { chooseLog, OPERATOR_OPTION } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'

interface ListOptions {
  tenant?: string
  operator?: boolean
  action?: AuditAction
  subject?: string
  limit: number
}

const MAX_LIMIT = 1000

/** @throws InvalidArgumentError, which the command says as it says its other mistakes */
const toLimit = (text: string): number => {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit > 0 && limit <= MAX_LIMIT) return limit
  throw new InvalidArgumentError(`1 to ${MAX_LIMIT}.`)
}

export const auditCommand = ({ withStorage, write }: Pick<CliContext, 'withStorage' | 'write'>): Command =>
  new Command('audit')
    .description('the log of who did what')
    .addCommand(
      new Command('list')
        .description('the newest entries, newest first')
        .option('--tenant <id>', 'which partner, when there are several')
        .option(...OPERATOR_OPTION)
        .addOption(new Option('--action <name>', 'of one kind alone').choices(AUDIT_ACTIONS))
        .option('--subject <id>', 'what it was done to')
        .option('--limit <count>', 'so many at most', toLimit, 20)
        .action(({ action, subject, limit, ...options }: ListOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseLog(database, options)
            const { rows } = await database.auditEvents.list(
              tenant.id,
              { action, subjectId: subject },
              { limit },
            )
            for (const { createdOn, action: done, subjectId, actorType, actorId, clientAddress } of rows) {
              const who = [actorType, actorId, clientAddress].filter(Boolean).join(' ')
              write(`${createdOn.toISOString()}  ${done}  ${subjectId ?? '-'}  by ${who}\n`)
            }
          }),
        ),
    )
    .addCommand(
      new Command('verify')
        .description('prove that no entry was changed or removed, or name the first that was')
        .option('--tenant <id>', 'which partner, when there are several')
        .option(...OPERATOR_OPTION)
        .action((options: Pick<ListOptions, 'tenant' | 'operator'>) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseLog(database, options)
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
