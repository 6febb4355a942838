import * as z from 'zod'
import { readReport } from './read-report.ts'

/** Vitest's `json` reporter: Jest's format, https://vitest.dev/guide/reporters#json-reporter */
const schema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      /** Why a file could not even be loaded. */
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

/**
 * The test files whose process died under them, when no test has failed: nothing is known of their tests, and they are
 * worth another run. Seen once, by SIGTRAP, which is how V8 ends a process; that databases in WebAssembly come and go in
 * it may be the cause (nodejs/node issue 64500), but was not proven. With a failure beside them, or no report, none.
 */
export const readCrashedFiles = async (path: string): Promise<string[]> => {
  const report = await readReport(path, schema)
  const failed = (report?.testResults ?? []).filter(({ status }) => status === 'failed')
  const crashed = failed.filter(
    ({ message, assertionResults }) =>
      message === '' &&
      assertionResults.some(({ status }) => status === 'pending') &&
      assertionResults.every(({ status }) => status !== 'failed'),
  )
  return crashed.length === failed.length ? crashed.map(({ name }) => name) : []
}
