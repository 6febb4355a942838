import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

/** What keeps both cores busy by itself: other tests beside it would wait for each frame. */
const HEAVY = ['**/replicas.scenario.spec.ts', '**/{examples,tarballs}.spec.ts']
/** Servers that none of the other files use: a worker starts anew between one kind and the next. */
const OWN_SERVERS = [
  '**/{console-port,console-tenants,frame,log-records,picture-access}.spec.ts',
  '**/{redirect,single-sign-on}.spec.ts',
  '**/{uqudo,vendor-script,vendors}.spec.ts',
]
/** A head that turns in time with the page: one at a time, and last, when little is left to run beside it. */
const TURNS = ['**/{demo,liveness,liveness-heard}.spec.ts']

/**
 * Two workers: half of the tests wait for a browser to start, for a server, for a clip to play. Captures keep both cores
 * busy and gain nothing, all together need a third less time. Each has a server and browsers of its own.
 */
export default defineConfig({
  testDir: './tests',
  globalSetup: fileURLToPath(new URL('global-setup.ts', import.meta.url)),
  outputDir: fileURLToPath(new URL('../test-results/', import.meta.url)),
  workers: 2,
  // In this order: the first ones run beside each other.
  projects: [
    { name: 'heavy', testMatch: HEAVY },
    { name: 'own servers', testMatch: OWN_SERVERS },
    { name: 'others', testIgnore: [...HEAVY, ...OWN_SERVERS, ...TURNS] },
    { name: 'turns', testMatch: TURNS, workers: 1 },
  ],
  // Not on a developer's machine: there the first failure is the one to look at. The list names it as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  // Two captures side by side, each with its face detector, take two processors half a minute.
  expect: {
    timeout: 60_000,
    // Of the colours' greatest distance (pixelmatch): a grey may be 5 of 255 off. Another processor rounds by one at most.
    // A button that moves by a pixel changes hundreds; a processor that rounds otherwise, a few along edges.
    toHaveScreenshot: { threshold: 0.02, maxDiffPixels: 40 },
  },
  snapshotPathTemplate: '{testDir}/__screenshots__/{arg}{ext}',
  reporter: 'list',
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // The first run without: a trace keeps every page as it was and everything that was loaded. Without the film, too:
    // it takes the share of the processor that the camera's own pictures need.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: true },
    screenshot: 'only-on-failure',
  },
})
