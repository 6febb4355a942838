import { Command } from 'commander'
import type { CliContext } from './cli-context.ts'

export const backupCommand = ({ backUp, write }: CliContext): Command =>
  new Command('backup')
    .description(
      'write rows and pictures into a file; a data folder has to be closed, a PostgreSQL may be in use',
    )
    .argument('<file>', 'a new one; it holds personal data, and not the master key')
    .option('--no-pictures', 'the rows alone, where the store of pictures is kept safe in another way')
    .action(async (file: string, { pictures }: { pictures: boolean }) => {
      const done = await backUp(file, { pictures })
      write(`Backed up      ${done.tables} tables, ${done.pictures} pictures\n`)
      if (done.missing > 0) {
        write(`Without        ${done.missing} pictures that are no longer there: erased meanwhile, or lost\n`)
      }
      write('The master key is not in it. Keep that in another place: without it the backup opens nothing.\n')
    })
