import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cruise, type IModule, type IViolation } from 'dependency-cruiser'
import { readWorkspaces } from './read-workspaces.ts'
import { ROOMS } from './rooms.ts'
import { createRules } from './rules.ts'

export interface Imports {
  modules: readonly IModule[]
  violations: readonly IViolation[]
}

const FOLDERS = ['apps', 'packages', 'examples', 'e2e', 'bench', 'scripts']

/** What is built, not written. */
const BUILT = '(?:^|/)(?:dist|\\.next|test-results|screenshots|node_modules/\\.cache)/'

/** Every import of the workspace, of types too, and those that break a rule. */
export const readImports = async (root: string): Promise<Imports> => {
  const { output } = await cruise(
    FOLDERS.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      ruleSet: { forbidden: createRules(await readWorkspaces(root)) },
      validate: true,
      parser: 'tsc',
      // Types are gone once compiled; they bind two files together all the same.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: BUILT },
    },
    // As tsconfig.base.json: a package of ours is its sources, built or not.
    { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'types', 'default'] },
  )
  if (typeof output === 'string') throw new TypeError(output)
  return { modules: output.modules, violations: output.summary.violations }
}

const foldersOf = async (path: string): Promise<string[]> =>
  existsSync(path)
    ? (await readdir(path, { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []

/** Folders that no list in `rooms.ts` names: nothing would be said about their imports. */
export const findUnlisted = async (root: string): Promise<string[]> => {
  const listed = new Set<string>([
    ...ROOMS.workspace,
    ...ROOMS['apps/bff/src'].map((room) => `apps/bff/src/${room}`),
    ...ROOMS['apps/widget/src'].map((room) => `apps/widget/src/${room}`),
    ...ROOMS['apps/console/src'].map((room) => `apps/console/src/${room}`),
    'apps/bff/src/features',
    'apps/bff/src/testing',
    'apps/widget/src/testing',
  ])
  const parents = [
    'apps',
    'packages',
    'apps/bff/src',
    'apps/bff/src/features',
    'apps/widget/src',
    'apps/console/src',
  ]
  const found = await Promise.all(
    parents.map(async (parent) => (await foldersOf(join(root, parent))).map((name) => `${parent}/${name}`)),
  )
  return found
    .flat()
    .filter((folder) => !listed.has(folder))
    .sort()
}
