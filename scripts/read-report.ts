import { readFile } from 'node:fs/promises'
import type * as z from 'zod'

/** A JSON report of Vitest or Playwright; `undefined` when the run ended before it wrote one. @throws ZodError */
export const readReport = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : schema.parse(JSON.parse(text))
}
