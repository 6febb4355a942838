import { afterAll } from 'vitest'
import { createPartnerClient } from './clients.ts'
import { createTestApp } from './test-app.ts'

/** One app for a whole test file, closed after it, and a partner that calls it. */
export const openTestApp = async () => {
  const test = await createTestApp()
  afterAll(() => test.close())
  const { pglite } = test
  if (!pglite) throw new Error('an app on PGlite is on another engine')
  return { test, partner: createPartnerClient(test), pglite }
}
