import * as z from 'zod'
import { readReport } from './read-report.ts'

export interface TestCounts {
  passed: number
  failed: number
  skipped: number
}

/** Vitest's `json` reporter: Jest's format, https://vitest.dev/guide/reporters#json-reporter */
const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
})

/** Playwright's `json` reporter: https://playwright.dev/docs/test-reporters#json-reporter */
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

const schema = z.union([
  vitestSchema.transform(
    (report): TestCounts => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    }),
  ),
  playwrightSchema.transform(
    ({ stats }): TestCounts => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }),
  ),
])

const NONE: TestCounts = { passed: 0, failed: 0, skipped: 0 }

export const addCounts = (all: readonly TestCounts[]): TestCounts =>
  all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NONE,
  )

/** What a JSON report of Vitest or Playwright counts; nothing without one. */
export const readTestCounts = async (path: string | undefined): Promise<TestCounts> =>
  (path === undefined ? undefined : await readReport(path, schema)) ?? NONE
