import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { compileMessages } from './apps/widget/compile-messages.ts'
import { svelte, vue } from './packages/snippets/src/testing/component-plugins.ts'

/** What the engine runs is there without a build; takes nothing when it is already. */
const NETWORKS = fileURLToPath(import.meta.resolve('./packages/face-models/src/testing/set-up-networks.ts'))
const PGLITE_TEMPLATE = fileURLToPath(
  import.meta.resolve('./apps/bff/src/storage/testing/pglite-template.ts'),
)

const node = (name: string, root: string, extra: object = {}) => ({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    name,
    root,
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    // A process for each file, and loading everything in it again, takes longer than most files' tests. None of them
    // leaves changed what others load.
    isolate: false,
    ...extra,
  },
})

/** By the alphabet the commands of the pages would come last, and the longest of them, two minutes, run alone at the end. */
class CommandsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isFirst = ({ project }: TestSpecification) => project.name === 'snippets'
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: CommandsFirst },
    // Databases, servers and child processes wait for a third of the time: one more than there are cores.
    maxWorkers: availableParallelism() + 1,
    projects: [
      node('scripts', 'scripts', { include: ['**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 }),
      node('shared', 'packages/shared'),
      node('embed', 'packages/embed', { testTimeout: 60_000, hookTimeout: 60_000 }),
      node('testing', 'packages/testing', { testTimeout: 60_000, hookTimeout: 60_000 }),
      node('react', 'packages/react', { testTimeout: 60_000, hookTimeout: 60_000 }),
      node('server-sdk', 'packages/server-sdk', {
        globalSetup: PGLITE_TEMPLATE,
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      node('vue', 'packages/vue', { testTimeout: 60_000, hookTimeout: 60_000 }),
      {
        ...node('svelte', 'packages/svelte', { testTimeout: 60_000, hookTimeout: 60_000 }),
        plugins: [svelte({ configFile: false })],
      },
      node('face-models', 'packages/face-models', { testTimeout: 60_000, hookTimeout: 60_000 }),
      node('face-engine', 'packages/face-engine', {
        globalSetup: NETWORKS,
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      node('face-quality', 'packages/face-quality'),
      node('console', 'apps/console'),
      node('bench', 'bench', { include: ['accuracy/*.test.ts', 'liveness/*.test.ts'] }),
      node('vendor-sandbox', 'packages/vendor-sandbox', {
        globalSetup: NETWORKS,
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      {
        ...node('snippets', 'packages/snippets', {
          globalSetup: [PGLITE_TEMPLATE, NETWORKS],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        }),
        plugins: [svelte({ configFile: false }), vue()],
      },
      node('bff', 'apps/bff', {
        globalSetup: [PGLITE_TEMPLATE, NETWORKS],
        testTimeout: 90_000,
        hookTimeout: 120_000,
      }),
      {
        ...node('widget', 'apps/widget', {
          include: ['*.test.ts', 'src/**/*.test.{ts,tsx}'],
          // A test reads the style sheet.
          css: true,
        }),
        plugins: [compileMessages()],
      },
    ],
  },
})
