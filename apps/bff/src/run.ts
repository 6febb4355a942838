import { createCliContext } from './cli/create-cli-context.ts'
import { runCli } from './cli/run-cli.ts'

process.exitCode = await runCli(process.argv.slice(2), {
  ...createCliContext(process.env),
  startServer: async () => {
    await import('./start.ts')
  },
})
