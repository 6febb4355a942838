import { Command } from 'commander'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import type { Finding } from './doctor/finding.ts'
import { toTable } from './to-table.ts'

export const doctorCommand = ({ examine, write }: CliContext): Command =>
  new Command('doctor')
    .description(
      'look at settings, data folder, database, keys, mail and address; changes nothing, shows no secret',
    )
    .action(async () => {
      const findings = await examine()
      write(toTable(['STATE', 'CHECK', 'WHAT'], findings.map(toRow)))
      const wrong = findings.filter(({ verdict }) => verdict === 'wrong').length
      if (wrong > 0) throw new CliError(`${wrong} of ${findings.length} checks found something wrong.`)
    })

const toRow = ({ verdict, check, text }: Finding): string[] => [verdict, check, text]
