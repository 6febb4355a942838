/**
 * `pnpm build`: what depends on nothing of the rest is built beside it. `--served`: only what a demo's pages and the
 * packages of the examples are made of, uncompressed; the server then runs from its sources.
 */
import { compressDocs, compressModels, compressPages } from './precompress.ts'
import { runStepSilently } from './run-step.ts'

/**
 * What the configuration of a page imports is read from the sources, too: nothing has been compiled yet. With Node's own loader
 * (`--configLoader native`): Vite's would warn of what it cannot find before that.
 */
const FROM_SOURCES = { NODE_OPTIONS: '--conditions=source' }
const isServedOnly = process.argv.includes('--served')
/** Published packages: what `tsc` wrote becomes what they hold. */
const PACKAGES = ['embed', 'react', 'vue', 'svelte', 'server-sdk', ...(isServedOnly ? [] : ['testing'])]

const run = async (command: string, args: readonly string[], env = {}): Promise<void> => {
  const { isOk, output } = await runStepSilently(command, args, env)
  process.stdout.write(output)
  if (!isOk) throw new Error(`${[command, ...args].join(' ')} failed`)
}
const buildPackages = (names: readonly string[], env = {}): Promise<void> =>
  run('pnpm', [...names.flatMap((name) => ['--filter', `@visavis/${name}`]), 'run', 'build'], env)

const buildModels = async (): Promise<void> => {
  await run('pnpm', ['run', 'build:models'])
  if (!isServedOnly) await compressModels()
}
const buildTypes = async (): Promise<void> => {
  await run('tsc', ['-b', ...(isServedOnly ? PACKAGES.map((name) => `packages/${name}`) : [])])
  await buildPackages(PACKAGES)
}
const buildDocs = async (): Promise<void> => {
  if (isServedOnly) return
  await buildPackages(['docs'])
  await compressDocs()
}
const buildPages = async (): Promise<void> => {
  await buildPackages(['widget', 'console'], FROM_SOURCES)
  if (!isServedOnly) await compressPages()
}

const failures = (await Promise.allSettled([buildModels(), buildTypes(), buildPages(), buildDocs()])).flatMap(
  (part) => (part.status === 'rejected' ? [String(part.reason)] : []),
)
for (const failure of failures) process.stderr.write(`${failure}\n`)
process.exitCode = failures.length === 0 ? 0 : 1
