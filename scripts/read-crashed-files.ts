import { readFile } from 'node:fs/promises'
import * as z from 'zod'

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
 * The test files whose process died under them, when nothing else has failed: V8 ends a process in which databases in
 * WebAssembly come and go, once in dozens of runs (nodejs/node issue 64500). Nothing is known of their tests then, and
 * they are worth another run. With a failure beside them, or no report, there are none.
 */
export const readCrashedFiles = async (path: string): Promise<string[]> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return []
  const failed = schema.parse(JSON.parse(text)).testResults.filter(({ status }) => status === 'failed')
  const crashed = failed.filter(
    ({ message, assertionResults }) =>
      message === '' &&
      assertionResults.some(({ status }) => status === 'pending') &&
      assertionResults.every(({ status }) => status !== 'failed'),
  )
  return crashed.length === failed.length ? crashed.map(({ name }) => name) : []
}
