import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const toPath = (path: string): string => fileURLToPath(new URL(`../apps/bff/${path}`, import.meta.url))
const BUILT = [toPath('dist/main.js')]
const SOURCES = ['--conditions=source', toPath('src/main.ts')]
/** First start of a data folder: 14 s of a processor for database, migrations, models, on a machine that has others to serve. */
const START_TIMEOUT_MS = 180_000

export interface StartBffOptions {
  /** Default: a fresh folder that `stop` removes. */
  dataDir?: string
  /** Default: PGlite in the data folder. */
  databaseUrl?: string
  /** Default: a free one. */
  port?: number
  /** More settings (`docs/operations.md`). */
  env?: Record<string, string>
  /** Runs the sources as they are; only the pages have to be built then. */
  fromSources?: boolean
  /** Gets everything the server writes, as it comes. */
  onOutput?: (text: string) => void
}

export interface RunningBff {
  /** Where browsers reach it, without a slash at the end. */
  url: string
  port: number
  dataDir: string
  /** The demo partner's: the server always runs in demo mode here. */
  apiKey: string
  userJourneyId: string
  /** A link for one console user of the demo partner; empty with `CONSOLE=off`. */
  consoleInvite: string
  /** Everything written so far, log lines included. */
  output(): string
  /** Ends it as an operator would and removes a data folder that was made here. */
  stop(): Promise<void>
  /** Ends it as a power cut would; the data folder stays, the caller removes it. */
  kill(): Promise<void>
  /** Settles when it is no longer running, whyever. */
  ended: Promise<'ended'>
}

const capture = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1]

/**
 * Runs the built server in a process of its own and waits until it is ready. Run `pnpm build` first.
 * @throws Error with what the server wrote, when it ends or stays silent instead
 */
export const startBff = async (options: StartBffOptions = {}): Promise<RunningBff> => {
  const { databaseUrl, port = 0, env = {}, fromSources = false, onOutput } = options
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'visavis-')))
  const child = spawn(process.execPath, fromSources ? SOURCES : BUILT, {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: '1',
      // Set, even if empty: what the caller's own shell holds must not decide where the tests write.
      DATABASE_URL: databaseUrl ?? '',
      PUBLIC_URL: '',
      VISAVIS_MASTER_KEY: '',
      LOG_LEVEL: 'info',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  // A test that fails between start and stop must not leave a server behind.
  const killWithParent = (): void => void child.kill('SIGKILL')
  process.once('exit', killWithParent)
  child.once('exit', () => process.off('exit', killWithParent))
  let written = ''
  const { promise: announced, resolve: announce } = Promise.withResolvers<void>()
  const listen = (chunk: Buffer): void => {
    written += chunk
    onOutput?.(String(chunk))
    // The last thing a start in demo mode writes.
    if (/User journey +\S+\s/.test(written)) announce()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  const discard = async (): Promise<void> => {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
  }

  const timeout = AbortSignal.timeout(START_TIMEOUT_MS)
  const outcome = await Promise.race([
    announced.then(() => 'ready' as const),
    exited.then(() => 'ended' as const),
    once(timeout, 'abort').then(() => 'silent' as const),
  ])
  const address = capture(written, /Visavis demo +(\S+)\/demo\s/)
  const apiKey = capture(written, /API key +(\S+)/)
  const userJourneyId = capture(written, /User journey +(\S+)/)
  if (outcome !== 'ready' || !address || !apiKey || !userJourneyId) {
    await end('SIGKILL')
    await discard()
    throw new Error(`The server did not start (${outcome}):\n${written}`)
  }
  const ready = await fetch(`${address}/health/ready`)
  if (!ready.ok) throw new Error(`The server is not ready: ${ready.status}`)

  return {
    url: address,
    port: Number(new URL(address).port),
    dataDir,
    apiKey,
    userJourneyId,
    consoleInvite: capture(written, /Console +(\S+)/) ?? '',
    output: () => written,
    stop: async () => {
      await end('SIGTERM')
      await discard()
    },
    kill: () => end('SIGKILL'),
    ended: exited.then(() => 'ended' as const),
  }
}
