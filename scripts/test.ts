/** What `pnpm test` runs: every check, the cheap ones first, until one fails. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres, POSTGRES_MISSING } from '../apps/bff/src/storage/testing/find-postgres.ts'
import { firefox } from '../e2e/browsers/firefox.ts'
import { webkit } from '../e2e/browsers/webkit.ts'
import { findChromium, missingBrowserMessage } from './find-chromium.ts'
import { readTestCounts, type TestCounts } from './read-test-counts.ts'
import { runStep } from './run-step.ts'

interface Step {
  name: string
  command: readonly [string, ...string[]]
  env?: Record<string, string>
  /** Where the step leaves its JSON report. */
  report?: string
  /** Why the step cannot run on this machine. */
  missing?: string | undefined
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const chromium = await findChromium()
const postgres = process.env.TEST_DATABASE_URL ? 'TEST_DATABASE_URL' : findPostgres()?.bin
print(`Chromium: ${chromium ?? 'none'}`)
print(`PostgreSQL: ${postgres ?? 'none'}`)

const reports = await mkdtemp(join(tmpdir(), 'visavis-reports-'))
const unitReport = join(reports, 'unit.json')
const e2eReport = join(reports, 'e2e.json')

const steps: Step[] = [
  // Before the build: that is when newcomers type it.
  { name: 'demo starts', command: ['pnpm', 'demo', '--help'] },
  { name: 'lint', command: ['pnpm', 'run', 'lint'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'types and build', command: ['pnpm', 'run', 'build'] },
  { name: 'bytes', command: ['size-limit'] },
  {
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
  },
  {
    name: 'end-to-end tests',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
    report: e2eReport,
    missing: chromium ? undefined : missingBrowserMessage(),
  },
]

const total: TestCounts = { passed: 0, failed: 0, skipped: 0 }
const missing: string[] = []
/** As missing, but no failure even for CI: not every distribution has them. */
const notes: string[] = []
let failedStep: string | undefined

for (const { name, command, env, report, missing: reason } of steps) {
  if (reason) {
    missing.push(`The ${name} did NOT run. ${reason}`)
    continue
  }
  print(`\n── ${name}`)
  const startedAt = performance.now()
  const [program, ...args] = command
  const isOk = await runStep(program, args, env)
  print(`── ${name}: ${isOk ? 'ok' : 'FAILED'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  if (report) {
    const counts = await readTestCounts(report)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  if (!isOk) {
    failedStep = name
    break
  }
}
await rm(reports, { recursive: true })

if (!postgres) missing.push(`The tests on PostgreSQL did NOT run: ${POSTGRES_MISSING}.`)
for (const { name, missing: reason } of [firefox, webkit]) {
  const text = reason()
  if (text) notes.push(`The tests in ${name} did NOT run: ${text}.`)
}
for (const text of [...missing, ...notes]) print(`\n!! ${text}`)
if (failedStep) print(`\n!! Stopped at: ${failedStep}`)
// A machine may lack a browser or PostgreSQL and still be told that the rest is well; CI may not.
const isIncomplete = missing.length > 0 && Boolean(process.env.CI)
if (isIncomplete) print('\n!! CI is set: what did not run counts as failed.')
// A step can break without a single failed test.
const failed = (failedStep && total.failed === 0) || isIncomplete ? total.failed + 1 : total.failed
print(`\n${total.passed} passed, ${failed} failed, ${total.skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
