import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

/** One worker: a browser with a camera, its model and the face engine share two cores already. */
export default defineConfig({
  testDir: './tests',
  outputDir: fileURLToPath(new URL('../test-results/', import.meta.url)),
  workers: 1,
  // Not on a developer's machine: there the first failure is the one to look at. The list names it as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    // Without the film: it takes the share of the processor that the camera's own pictures need.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true },
    screenshot: 'only-on-failure',
  },
})
