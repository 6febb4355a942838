/** Builds where nothing was built yet, for commands that newcomers may type first. What is built is left as it is. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runStep } from './run-step.ts'

/** What the build writes last. */
const PARTS = [
  'apps/bff/dist/main.js',
  'apps/widget/dist/visavis.js.br',
  'apps/console/dist/index.html',
  'docs/dist/index.html',
]

const isBuilt = PARTS.every((part) => existsSync(fileURLToPath(new URL(`../${part}`, import.meta.url))))
process.exitCode = isBuilt || (await runStep('pnpm', ['run', 'build'])) ? 0 : 1
