import { parseArgs } from 'node:util'
import { ConfigError, parseConfig } from './config.ts'
import { openStorage } from './open-storage.ts'
import { setUpTenant } from './services/set-up-tenant.ts'

const USAGE = `Usage: visavis setup --name "Your company" [--redirect-url https://…]… [--match-level 1-5]

Creates a partner with one user journey and one API key, and prints both. The key is shown this once.
Uses the same DATA_DIR and DATABASE_URL as the server; stop a server that runs on a data folder first.
`

/** @returns the exit status */
const run = async (argv: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      'redirect-url': { type: 'string', multiple: true, default: [] },
      'match-level': { type: 'string', default: '3' },
    },
  })
  const level = values['match-level']
  if (positionals.join(' ') !== 'setup' || !values.name || !/^[1-5]$/.test(level)) {
    process.stderr.write(USAGE)
    return 2
  }
  const storage = await openStorage(parseConfig(process.env))
  try {
    const input = {
      name: values.name,
      provider: 'embedded',
      minimumMatchLevel: Number(level),
      allowedRedirectUrls: values['redirect-url'],
    }
    const made = await setUpTenant(storage.database, input, new Date())
    process.stdout.write(`API key        ${made.apiKey}\nUser journey   ${made.userJourneyId}\n`)
    return 0
  } finally {
    await storage.close()
  }
}

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (failure: unknown) => {
    const isUsersMistake = failure instanceof ConfigError || failure instanceof TypeError
    process.stderr.write(`${isUsersMistake ? (failure as Error).message : (failure as Error).stack}\n`)
    process.exitCode = 1
  },
)
