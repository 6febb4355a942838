/** `pnpm demo`: see `USAGE`. Must start in a tree where nothing was built yet. */
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { checkDemo } from './check-demo.ts'
import { findChromium, missingBrowserMessage } from './find-chromium.ts'
import { runStep } from './run-step.ts'
import { startBff } from './start-bff.ts'

const DATA_DIR = process.env.DATA_DIR ?? fileURLToPath(new URL('../.visavis-demo', import.meta.url))
/** The one that the curl lines of `docs/quick-start.md` name. */
const USUAL_PORT = 8787

const USAGE = `pnpm demo           builds and serves the demo until Ctrl-C (PORT: the port, else ${USUAL_PORT} or a free one)
pnpm demo --check   drives it in a browser and ends
`

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

const choosePort = async (): Promise<number> => {
  if (process.env.PORT) return Number(process.env.PORT)
  return (await isFree(USUAL_PORT)) ? USUAL_PORT : 0
}

/** @returns the exit status */
const check = async (): Promise<number> => {
  const bff = await startBff({ fromSources: true })
  try {
    const isOk = await checkDemo(bff.url, ({ name, isOk, detail, wholeMs, cameraMs }) => {
      const verdict = isOk ? 'ok    ' : 'FAILED'
      const times = `camera to answer ${seconds(cameraMs)}, whole journey ${seconds(wholeMs)}`
      process.stdout.write(`${name.padEnd(9)} ${verdict}  ${times}  (${detail})\n`)
    })
    return isOk ? 0 : 1
  } finally {
    await bff.stop()
  }
}

/** @returns the exit status, once somebody stops it or it stops by itself */
const serve = async (): Promise<number> => {
  const bff = await startBff({
    fromSources: true,
    dataDir: DATA_DIR,
    port: await choosePort(),
    env: { LOG_LEVEL: 'warn' },
    onOutput: (text) => process.stdout.write(text),
  })
  process.stdout.write('Stop it with Ctrl-C.\n')
  const { promise: asked, resolve: ask } = Promise.withResolvers<'asked'>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ask('asked'))
  const end = await Promise.race([asked, bff.ended])
  await bff.stop()
  return end === 'asked' ? 0 : 1
}

const run = async (): Promise<number> => {
  if (process.argv.includes('--help')) {
    process.stdout.write(USAGE)
    return 0
  }
  const isCheck = process.argv.includes('--check')
  if (isCheck && !(await findChromium())) {
    process.stderr.write(`${missingBrowserMessage()}\n`)
    return 1
  }
  // Not all: whoever types this waits for the address, and a compiler of the server's types takes half of that time.
  if (!(await runStep('pnpm', ['run', 'build', '--served']))) return 1
  return isCheck ? check() : serve()
}

process.exitCode = await run()
