/** What `pnpm test` runs: every check, the cheap ones first, until one fails. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres, POSTGRES_MISSING } from '../apps/bff/src/storage/testing/find-postgres.ts'
import { firefox } from '../e2e/browsers/firefox.ts'
import { webkit } from '../e2e/browsers/webkit.ts'
import { findChromium, missingBrowserMessage } from './find-chromium.ts'
import { NO_NPM_CHROMIUM, unpackNpmChromium } from './npm-chromium.ts'
import { readCrashedFiles } from './read-crashed-files.ts'
import { runStages, type Stage, type Step } from './run-stages.ts'

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const chromium = await findChromium()
const postgres = process.env.TEST_DATABASE_URL ? 'TEST_DATABASE_URL' : findPostgres()?.bin
print(`Chromium: ${chromium ?? 'none'}`)
print(`PostgreSQL: ${postgres ?? 'none'}`)

const reports = await mkdtemp(join(tmpdir(), 'visavis-reports-'))
const e2eReport = join(reports, 'e2e.json')
const endToEnd = {
  name: 'end-to-end tests',
  command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
  report: e2eReport,
} as const

const runVitest = (report: string, files: readonly string[] = []) => ({
  command: [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ] as const,
  report,
})
const unitReport = join(reports, 'unit.json')
const unit: Step = {
  name: 'unit tests',
  ...runVitest(unitReport),
  again: async () => {
    const files = await readCrashedFiles(unitReport)
    return files.length === 0
      ? undefined
      : { name: 'unit tests whose process died', ...runVitest(join(reports, 'again.json'), files) }
  },
}

const missing: string[] = []
/** As missing, but no failure even for CI: not every distribution has them. */
const notes: string[] = []
if (!chromium) missing.push(`The ${endToEnd.name} did NOT run. ${missingBrowserMessage()}`)

const stages: Stage[] = [
  // Before the build: that is when newcomers type it.
  [{ name: 'demo starts', command: ['pnpm', 'demo', '--help'] }],
  // For most of its time the build keeps one core busy.
  [
    { name: 'lint', command: ['pnpm', 'run', 'lint'] },
    { name: 'unused code', command: ['knip'] },
    { name: 'types and build', command: ['pnpm', 'run', 'build'] },
  ],
  [{ name: 'bytes', command: ['size-limit'] }],
  [unit],
  ...(chromium ? [[endToEnd]] : []),
]
const { counts, failed: failedSteps } = await runStages(stages)
await rm(reports, { recursive: true })

if (!postgres) missing.push(`The tests on PostgreSQL did NOT run: ${POSTGRES_MISSING}.`)
if (!(await unpackNpmChromium())) notes.push(`Pictures of screens were NOT compared: ${NO_NPM_CHROMIUM}.`)
for (const { name, missing: reason } of [firefox, webkit]) {
  const text = reason()
  if (text) notes.push(`The tests in ${name} did NOT run: ${text}.`)
}
for (const text of [...missing, ...notes]) print(`\n!! ${text}`)
if (failedSteps.length > 0) print(`\n!! Stopped at: ${failedSteps.join(', ')}`)
// A machine may lack a browser or PostgreSQL and still be told that the rest is well; CI may not.
const isIncomplete = missing.length > 0 && Boolean(process.env.CI)
if (isIncomplete) print('\n!! CI is set: what did not run counts as failed.')
// A step can break without a single failed test.
const isBroken = (failedSteps.length > 0 && counts.failed === 0) || isIncomplete
const failed = isBroken ? counts.failed + 1 : counts.failed
print(`\n${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
