import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import { parseConfig } from '../composition/config.ts'
import { toConsoleUrl } from '../composition/console-at.ts'
import { isDebugging } from '../composition/explain-failure.ts'
import { openEmbedded } from '../composition/open-embedded.ts'
import { createWebhookSender } from '../features/webhooks/index.ts'
import { PROVIDER_CATALOG } from '../providers/catalog.ts'
import { backUp } from './backup/back-up.ts'
import { restore } from './backup/restore.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { examineInstallation } from './doctor/examine-installation.ts'
import { openCliStorage } from './open-cli-storage.ts'
import { rotateMasterKey } from './rotate-master-key.ts'

/** @param environment as the server's; read when a command needs it, so that each mistake is told as one of the command */
export const createCliContext = (
  environment: Record<string, string | undefined>,
): Omit<CliContext, 'startServer'> => ({
  withStorage: async (work, options) => {
    const storage = await openCliStorage(parseConfig(environment), options)
    try {
      await work(storage)
    } finally {
      await storage.close()
    }
  },
  withEngine: async (work) => {
    const { provider } = await openEmbedded(parseConfig(environment))
    try {
      await work(provider)
    } finally {
      await provider.close()
    }
  },
  log: pino({ level: 'warn' }, pino.destination(2)),
  isDebug: isDebugging(environment),
  write: (line) => process.stdout.write(line),
  writeError: (line) => process.stderr.write(line),
  readInput: (file) =>
    file === '-'
      ? text(process.stdin)
      : readFile(file, 'utf8').catch((cause) => {
          throw new CliError(`The file ${file} cannot be read.`, { cause })
        }),
  checkWebhookUrl: (url) =>
    createWebhookSender({ allowPrivate: parseConfig(environment).webhookAllowPrivate }).check(url),
  backUp: (file, options) => backUp(parseConfig(environment), file, { ...options, now: () => new Date() }),
  restore: (file) => restore(parseConfig(environment), file),
  rotateMasterKey: () => rotateMasterKey(parseConfig(environment)),
  examine: () => examineInstallation(environment),
  findProvider: (id) => PROVIDER_CATALOG.get(id),
  vendorRules: () => {
    const { vendorAllowPrivate, vendorScriptOrigins } = parseConfig(environment)
    return { allowPrivateVendors: vendorAllowPrivate, vendorScriptOrigins }
  },
  consoleUrl: () => {
    const config = parseConfig(environment)
    const port = config.consoleAt?.port ?? config.port
    const url = toConsoleUrl(config, port)
    if (new URL(url).port === '0') throw new CliError('Set PUBLIC_URL or PORT as the server has it.')
    return url
  },
  partner: () => {
    const { VISAVIS_URL: url, VISAVIS_API_KEY: apiKey } = environment
    if (!url || !apiKey)
      throw new CliError('Set VISAVIS_URL to the server and VISAVIS_API_KEY to a key of it.')
    return { url: url.replace(/\/+$/, ''), apiKey }
  },
  stopSignal: () => {
    const stop = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
    return stop.signal
  },
  now: () => new Date(),
})
