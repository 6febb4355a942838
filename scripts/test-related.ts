/**
 * The part of `pnpm test:quick` that runs tests: `test-related.ts SECONDS FILE…` runs the unit tests that import one
 * of the files, the nearest first, and begins with no more of them once the seconds are over.
 */
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVitest } from 'vitest/node'
import { orderByNearness } from './order-by-nearness.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Enough to keep the workers busy, few enough to end in time. */
const BATCH = 4

const [seconds = '0', ...files] = process.argv.slice(2)
const endsAt = performance.now() + Number(seconds) * 1000
const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const vitest = await createVitest({ root: ROOT, watch: false, related: files, reporters: ['default'] })
try {
  await vitest.standalone()
  const specifications = await vitest.getRelevantTestSpecifications()
  const toPath = (moduleId: string): string => relative(ROOT, moduleId)
  const paths = orderByNearness([...new Set(specifications.map((each) => toPath(each.moduleId)))], files)
  let done = 0
  while (done < paths.length && performance.now() < endsAt) {
    const batch = new Set(paths.slice(done, done + BATCH))
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
      specifications.filter((each) => batch.has(toPath(each.moduleId))),
    )
    if (unhandledErrors.length > 0 || testModules.some((each) => !each.ok())) process.exitCode = 1
    done += batch.size
  }
  print(`${done} of ${paths.length} related test files ran.`)
  for (const path of paths.slice(done)) print(`!! NOT run, time was up: ${path}`)
} finally {
  await vitest.close()
}
