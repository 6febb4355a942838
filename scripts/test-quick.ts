/**
 * `pnpm test:quick [COMMIT]`: what a change touches, in two minutes. Compares the working tree with the commit, by
 * default where the branch left the main one: lints the changed files, checks all types and runs the unit tests that
 * import a changed file. Says what it left to `pnpm test`.
 */
import { findChangedFiles } from './changed-files.ts'
import { runStages } from './run-stages.ts'
import { runStep } from './run-step.ts'

/** After these no more test files are begun. */
const BUDGET_S = 95

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const startedAt = performance.now()
const elapsedS = (): number => (performance.now() - startedAt) / 1000
const { base, files } = await findChangedFiles(process.argv[2])
print(`${files.length} files differ from ${base}`)
const isBuilt = await runStep('node', ['scripts/build-once.ts'])
const { failed } = await runStages([
  [
    ...(files.length === 0
      ? []
      : [
          {
            name: 'lint of what changed',
            command: ['biome', 'check', '--no-errors-on-unmatched', ...files] as const,
          },
        ]),
    { name: 'types', command: ['tsc', '-b'] as const },
  ],
  [
    {
      name: 'unit tests of what changed',
      command: [
        'node',
        'scripts/test-related.ts',
        String(Math.max(10, BUDGET_S - elapsedS())),
        ...files,
      ] as const,
    },
  ],
])
print('\n!! NOT run: unused code, bytes, a new build of the widget and the models, the end-to-end tests.')
if (failed.length > 0) print(`!! Stopped at: ${failed.join(', ')}`)
print(`\n${elapsedS().toFixed(1)} s; everything: pnpm test`)
process.exitCode = isBuilt && failed.length === 0 ? 0 : 1
