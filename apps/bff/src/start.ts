import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readModelManifest } from '@visavis/face-models'
import pino, { type Logger } from 'pino'
import { createApp } from './app.ts'
import { checkPort } from './composition/check-port.ts'
import { type Config, ConfigError, parseConfig } from './composition/config.ts'
import { listConfigWarnings } from './composition/config-warnings.ts'
import { toConsoleUrl } from './composition/console-at.ts'
import { explainFailure, isDebugging } from './composition/explain-failure.ts'
import { type OpenEmbedded, openEmbedded } from './composition/open-embedded.ts'
import { openStorage } from './composition/open-storage.ts'
import { prepareDataDir } from './composition/prepare-data-dir.ts'
import { createConsoleApp } from './console-app.ts'
import { loadDemoPartner } from './demo/demo-partner.ts'
import { inviteToConsole } from './demo/invite-to-console.ts'
import type { TenantSetUp } from './features/access/index.ts'
import { toLocalScriptHost } from './features/capture/index.ts'
import { createOpenidIssuer } from './features/console/index.ts'
import { createWebhookSender } from './features/webhooks/index.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { VENDOR_DEFINITIONS } from './providers/catalog.ts'
import { createProviderToolbox } from './providers/create-tools.ts'
import { observeProvider } from './providers/observe-provider.ts'
import { createProviderHealth } from './providers/provider-health.ts'
import { createProviderRegistry } from './providers/registry.ts'
import type { FaceProvider } from './providers/types.ts'
import { listen, type RunningServer } from './server.ts'
import { createRateLimits } from './storage/rate-limits/create-rate-limits.ts'
import { openTelemetry } from './telemetry/open-telemetry.ts'
import { readBacklog, readFreeBytes } from './telemetry/read-backlog.ts'

const WIDGET_DIR = fileURLToPath(new URL('../../widget/dist/', import.meta.url))

const CONSOLE_DIR = fileURLToPath(new URL('../../console/dist/', import.meta.url))

/** Not there when only what a demo serves was built. */
const DOCS_DIR = fileURLToPath(new URL('../../../docs/dist/', import.meta.url))

const readBuiltPage = (name: string, dir = WIDGET_DIR) =>
  readFile(join(dir, name), 'utf8').catch((cause) => {
    throw new ConfigError('The pages are not built. Run "pnpm build" first.', { cause })
  })

const start = async () => {
  const config = parseConfig(process.env)
  const logExport =
    config.logExport &&
    (await (
      await import('./telemetry/start-log-export.ts')
    ).startLogExport({
      ...config.logExport,
      onDown: (reason) =>
        log.warn({ reason }, 'log records do not reach their receiver: they are lost meanwhile'),
      onUp: () => log.info('log records reach their receiver again'),
    }))
  const stdout = pino.destination(1)
  const log = pino({ level: config.logLevel }, logExport?.tee(stdout) ?? stdout)
  for (const warning of listConfigWarnings(config)) log.warn(warning)
  await checkPort(config)
  const consoleAt = config.console ? config.consoleAt : undefined
  if (consoleAt) await checkPort({ host: config.host, port: consoleAt.port }, 'CONSOLE_PORT')
  await prepareDataDir(config.dataDir)
  const hostedHtml = await readBuiltPage('hosted.html')
  const frameHtml = await readBuiltPage('frame.html')
  const scriptFrameJs = await readBuiltPage('script-frame.js')
  const consolePages = config.console
    ? {
        html: await readBuiltPage('index.html', CONSOLE_DIR),
        previewHtml: await readBuiltPage('preview.html'),
        dir: CONSOLE_DIR,
      }
    : undefined
  const { manifest, directory: engineDir } = await readModelManifest()
  const storage = await openStorage(config)
  const { provider: local, runtime, liveness, countWaiting } = await openEmbedded(config)
  announceEngine(log, runtime)
  const { recognition } = local
  const { database: rows } = storage
  const telemetry = await openTelemetry(config, {
    readDepths: rows.queue.depths,
    readBacklog: () => readBacklog(rows, new Date()),
    countWaitingPictures: countWaiting,
    readFreeBytes: () => readFreeBytes(config.dataDir),
    ...(recognition ? { countTemplates: () => rows.faces.countTemplates(recognition) } : {}),
  })
  const now = () => new Date()
  const health = createProviderHealth()
  const decorate = (provider: FaceProvider) =>
    observeProvider(provider, (call) => {
      telemetry.observeProvider(call)
      health.observe(call)
    })
  const toolbox = createProviderToolbox({ allowPrivate: config.vendorAllowPrivate, now })
  const providers = createProviderRegistry(decorate(local), {
    definitions: VENDOR_DEFINITIONS,
    toolsFor: toolbox.toolsFor,
    decorate,
  })
  const mailer = config.mail && (await openMailer(config.mail))
  const limits = createRateLimits({
    perMinute: config.rateLimits,
    databaseUrl: config.databaseUrl,
    onStoreDown: (cause) => log.warn({ err: cause }, 'rate limits count in this process only'),
  })
  let demo: TenantSetUp | undefined
  let demoConsole: string | undefined
  let consoleServer: RunningServer | undefined
  let isStopping = false

  const server = await listen(config, async (port) => {
    const publicUrl = config.publicUrl ?? `http://localhost:${port}`
    const { database } = storage
    if (config.demo) demo = await loadDemoPartner(database, { dataDir: config.dataDir, publicUrl })
    const deps = {
      ...storage,
      providers,
      liveness,
      webhooks: createWebhookSender({ allowPrivate: config.webhookAllowPrivate }),
      log,
      now,
      publicUrl,
      faceLifetimeDays: config.faceLifetimeDays,
      allowPrivateVendors: config.vendorAllowPrivate,
      observeCapture: telemetry.observeCapture,
      observeWebhook: telemetry.observeWebhook,
      providerHealth: health.read,
      vendorScriptOrigins: config.vendorScriptOrigins,
      vendorScriptHost: config.vendorScriptHost ?? toLocalScriptHost(publicUrl),
    }
    await startJobs(deps)
    const appDeps = {
      ...deps,
      rateLimits: limits.rateLimits,
      errorDocsUrl: config.errorDocsUrl ?? `${publicUrl}/docs/errors`,
      trustedProxies: config.trustedProxies,
      internalUrl: `http://${config.host.includes(':') ? '[::1]' : '127.0.0.1'}:${port}`,
      hostedHtml,
      frameHtml,
      scriptFrameJs,
      widgetDir: WIDGET_DIR,
      ...(existsSync(DOCS_DIR) ? { docsDir: DOCS_DIR } : {}),
      ...(config.singleSignOn ? { singleSignOn: createOpenidIssuer(config.singleSignOn) } : {}),
      engineDir,
      engineHash: manifest.hash,
      engineRuntime: runtime.kind,
      engine: {
        files: manifest.files.map(({ name, sha256, bytes }) => ({
          url: `/engine/${manifest.hash}/${name}`,
          sha256,
          bytes,
        })),
      },
      isStopping: () => isStopping,
      ...(mailer ? { mailer } : {}),
      ...(telemetry.metrics ? { metrics: telemetry.metrics } : {}),
      ...(demo ? { demo } : {}),
    }
    if (!consolePages) return createApp(appDeps)
    const openConsole = async (consolePort: number) => {
      const url = toConsoleUrl(config, consolePort)
      if (demo) demoConsole = await inviteToConsole({ database, now, consoleUrl: url }, demo.tenantId)
      return { ...appDeps, console: { ...consolePages, url } }
    }
    if (!consoleAt) return createApp(await openConsole(port))
    consoleServer = await listen({ ...config, port: consoleAt.port }, async (consolePort) =>
      createConsoleApp(await openConsole(consolePort)),
    )
    return createApp(appDeps)
  })
  const address = config.publicUrl ?? `http://localhost:${server.port}`
  log.info({ address, database: storage.database.engine, port: server.port }, 'listening')
  if (consoleServer) {
    const { port } = consoleServer
    log.info({ address: toConsoleUrl(config, port), port }, 'the console is listening')
  }
  if (demo) announceDemo(address, demo, demoConsole)

  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    await Promise.all([server.stop(), consoleServer?.stop()])
    await storage.database.queue.stop()
    mailer?.close()
    await providers.close()
    await toolbox.close()
    await limits.close()
    await telemetry.stop()
    await storage.close()
    log.info('stopped')
    await logExport?.stop()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}

/** WebAssembly takes several times as long: whoever did not ask for it should know. */
const announceEngine = (log: Logger, { kind, nativeFailure }: OpenEmbedded['runtime']): void => {
  if (nativeFailure === undefined) log.info({ runtime: kind }, 'face engine')
  else log.warn({ runtime: kind, err: nativeFailure }, 'face engine without native code: it is slower')
}

/** Loaded only where it is used: it takes 13 MB. */
const openMailer = async (options: NonNullable<Config['mail']>) => {
  const { createMailer } = await import('./mail/create-mailer.ts')
  return createMailer(options)
}

/** For the person at the terminal, not for the log: the demo's key is made to be pasted into curl. */
const announceDemo = (
  address: string,
  demo: { apiKey: string; userJourneyId: string },
  consoleUrl: string | undefined,
): void => {
  process.stdout.write(
    [
      '',
      `  Visavis demo   ${address}/demo`,
      ...(consoleUrl === undefined ? [] : [`  Console        ${consoleUrl}`]),
      `  API key        ${demo.apiKey}`,
      `  User journey   ${demo.userJourneyId}`,
      '',
      '',
    ].join('\n'),
  )
}

start().catch((failure: unknown) => {
  const isDebug = isDebugging(process.env)
  process.stderr.write(`${explainFailure(failure, { isDebug, whatFailed: 'The server could not start' })}\n`)
  process.exit(1)
})
