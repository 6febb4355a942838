import { Command } from 'commander'
import type { CliContext } from './cli-context.ts'

export const startCommand = ({ startServer }: CliContext): Command =>
  new Command('start').description('run the server, until it is told to stop').action(startServer)
