import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import { CliError } from './cli/cli-context.ts'
import { rotateMasterKey } from './cli/rotate-master-key.ts'
import { runCli } from './cli/run-cli.ts'
import { parseConfig } from './composition/config.ts'
import { openEmbedded } from './composition/open-embedded.ts'
import { openStorage } from './composition/open-storage.ts'
import { createWebhookSender } from './features/webhooks/index.ts'
import { PROVIDER_CATALOG } from './providers/catalog.ts'

process.exitCode = await runCli(process.argv.slice(2), {
  withStorage: async (work) => {
    const storage = await openStorage(parseConfig(process.env))
    try {
      await work(storage)
    } finally {
      await storage.close()
    }
  },
  withEngine: async (work) => {
    const { provider } = await openEmbedded(parseConfig(process.env))
    try {
      await work(provider)
    } finally {
      await provider.close()
    }
  },
  log: pino({ level: 'warn' }, pino.destination(2)),
  write: (line) => process.stdout.write(line),
  writeError: (line) => process.stderr.write(line),
  readInput: (file) =>
    file === '-'
      ? text(process.stdin)
      : readFile(file, 'utf8').catch((cause) => {
          throw new CliError(`The file ${file} cannot be read.`, { cause })
        }),
  checkWebhookUrl: (url) =>
    createWebhookSender({ allowPrivate: parseConfig(process.env).webhookAllowPrivate }).check(url),
  rotateMasterKey: () => rotateMasterKey(parseConfig(process.env)),
  findProvider: (id) => PROVIDER_CATALOG.get(id),
  vendorRules: () => {
    const { vendorAllowPrivate, vendorScriptOrigins } = parseConfig(process.env)
    return { allowPrivateVendors: vendorAllowPrivate, vendorScriptOrigins }
  },
  now: () => new Date(),
})
