import { Command } from 'commander'
import type { CliContext } from './cli-context.ts'

export const masterKeyCommand = ({ rotateMasterKey, write }: CliContext): Command =>
  new Command('master-key').description('the key that protects everything kept').addCommand(
    new Command('rotate')
      .description('make a new master key in the data folder; the old one is worth nothing afterwards')
      .action(async () => {
        await rotateMasterKey()
        write('There is a new master key. Back up keys/master.key of the data folder.\n')
      }),
  )
