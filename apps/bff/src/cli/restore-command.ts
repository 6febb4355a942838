import { Command } from 'commander'
import type { CliContext } from './cli-context.ts'

export const restoreCommand = ({ restore, write }: CliContext): Command =>
  new Command('restore')
    .description('bring back a backup, into an empty database and an empty store of pictures, or not at all')
    .argument('<file>', 'of "visavis backup"; the master key has to be in its place already')
    .action(async (file: string) => {
      const { createdOn, rows, pictures } = await restore(file)
      write(`Restored       ${rows} rows, ${pictures} pictures of ${createdOn}\n`)
      write('Who was erased since then is back: erase them again before the server starts.\n')
    })
