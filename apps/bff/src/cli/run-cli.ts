import { AppError } from '@visavis/shared/errors'
import { Command, CommanderError } from 'commander'
import { explainFailure } from '../composition/explain-failure.ts'
import { VERSION } from '../http/version.ts'
import { auditCommand } from './audit-command.ts'
import { backupCommand } from './backup-command.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { consoleCommand } from './console-command.ts'
import { decisionsCommand } from './decisions-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { facesCommand } from './faces-command.ts'
import { journeyCommand } from './journey-command.ts'
import { keyCommand } from './key-command.ts'
import { keysCommand } from './keys-command.ts'
import { listenCommand } from './listen-command.ts'
import { masterKeyCommand } from './master-key-command.ts'
import { restoreCommand } from './restore-command.ts'
import { setUpCommand } from './setup-command.ts'
import { startCommand } from './start-command.ts'
import { webhookCommand } from './webhook-command.ts'

/** One file a command; a new one is added here. */
const COMMANDS = [
  startCommand,
  setUpCommand,
  journeyCommand,
  keyCommand,
  webhookCommand,
  listenCommand,
  masterKeyCommand,
  keysCommand,
  facesCommand,
  decisionsCommand,
  auditCommand,
  backupCommand,
  restoreCommand,
  consoleCommand,
  doctorCommand,
]

const EPILOGUE = `
Uses the same DATA_DIR, DATABASE_URL and VISAVIS_MASTER_KEY as the server. A data folder is open in one process at a
time: stop the server first, or use the partner API instead. "listen" uses VISAVIS_URL and VISAVIS_API_KEY.`

/** @param argv what follows the program's name @returns the exit status */
export const runCli = async (argv: readonly string[], context: CliContext): Promise<number> => {
  const program = new Command('visavis')
    .description('Runs the server; sets up partners, their user journeys, keys and webhook endpoints.')
    .version(VERSION)
    .addHelpText('after', EPILOGUE)
  for (const create of COMMANDS) program.addCommand(create(context))
  prepare(program, context)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (failure) {
    // Commander has told what was wrong with the words already.
    if (failure instanceof CommanderError) return failure.exitCode
    context.writeError(`${toMessage(failure, context)}\n`)
    return 1
  }
}

/** Nothing below ends the process or writes past the context. */
const prepare = (command: Command, context: CliContext): void => {
  const { write: writeOut, writeError: writeErr } = context
  command
    .exitOverride()
    .configureOutput({ writeOut, writeErr })
    .showHelpAfterError('(--help shows what there is)')
  for (const below of command.commands) prepare(below, context)
}

const toMessage = (failure: unknown, { isDebug }: CliContext): string => {
  if (failure instanceof AppError) return [failure.message, ...failure.errorCodes].join('\n  ')
  if (failure instanceof CliError) return failure.message
  return explainFailure(failure, { isDebug, whatFailed: 'This did not work' })
}
