import type { IRegularForbiddenRuleType } from 'dependency-cruiser'
import type { Workspace } from './read-workspaces.ts'
import { HAS_DOOR, KNOWS_ENGINE, KNOWS_REACT, ROOMS, TESTS, TOOLS, WIDGET_LEAVES } from './rooms.ts'

type From = IRegularForbiddenRuleType['from']
type To = IRegularForbiddenRuleType['to']

const SERVER = 'apps/bff/src'
const WIDGET = 'apps/widget/src'
const CONSOLE = 'apps/console/src'

// Paths in rules are regular expressions, of paths from the root of the repository.
const literally = (text: string): string => text.replaceAll('.', '\\.')
const anyOf = (parts: readonly string[]): string => `(?:${parts.map(literally).join('|')})`
const inside = (...folders: readonly string[]): string => `^${anyOf(folders)}/`

const tests = TESTS.join('|')
const tools = inside(...TOOLS)
/** An npm package: where pnpm keeps it, or where any other installer does. */
const npm = (...names: readonly string[]): string => `(?:^|/)node_modules/${anyOf(names)}/`

const forbid = (name: string, comment: string, from: From, to: To): IRegularForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
})

const isTool = (folder: string): boolean => TOOLS.some((tool) => tool === folder)

/** One rule a room: none of what stands after it in the list. `top` is what stands after the last. */
const downwards = (base: string, rooms: readonly string[], top: string): IRegularForbiddenRuleType[] => {
  const at = (...folders: readonly string[]) => inside(...folders.map((folder) => `${base}${folder}`))
  return rooms.map((room, index) => {
    const above = rooms.slice(index + 1)
    return forbid(
      `no-arrow-upwards: ${room}`,
      'what it imports stands above it in scripts/architecture/rooms.ts',
      { path: at(room), pathNot: tests },
      { path: above.length > 0 ? `${at(...above)}|${top}` : top },
    )
  })
}

const doors = (): IRegularForbiddenRuleType[] =>
  ROOMS[SERVER]
    .filter((room) => HAS_DOOR.test(room))
    .map((room) => {
      const here = inside(`${SERVER}/${room}`)
      return forbid(
        `through-the-door: ${room}`,
        `others import ${room}/index.ts, no file behind it`,
        { path: '^', pathNot: [here, tools, tests] },
        { path: here, pathNot: [`${here}index\\.ts$`, tests] },
      )
    })

const purity = (): IRegularForbiddenRuleType[] => {
  const rules = '^(?:apps/bff|packages)/.+-rules\\.ts$'
  return [
    forbid(
      'pure-rules',
      'a rules file imports other rules files, @visavis/shared and types of zod',
      { path: rules },
      { path: '^', pathNot: ['-rules\\.ts$', inside('packages/shared/src'), npm('zod')] },
    ),
    forbid(
      'pure-rules',
      'of zod, a rules file takes types only',
      { path: rules },
      { path: npm('zod'), dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'pure-face-quality',
      'face-quality runs in workers and on servers alike: it imports nothing',
      { path: inside('packages/face-quality/src'), pathNot: tests },
      { path: '^', pathNot: inside('packages/face-quality/src') },
    ),
  ]
}

const packages = (workspaces: readonly Workspace[]): IRegularForbiddenRuleType[] => [
  ...workspaces
    .filter(({ folder }) => !isTool(folder))
    .map(({ folder, imports }) =>
      forbid(
        `only-what-package-json-names: ${folder}`,
        `a package of ours that ${folder}/package.json does not name`,
        { path: inside(folder), pathNot: tests },
        { path: inside('apps', 'packages', 'examples'), pathNot: inside(folder, ...imports) },
      ),
    ),
  forbid(
    'no-deep-import',
    "another package's files are imported by its name, as its exports allow",
    { path: '^((?:apps|packages|examples)/[^/]+)/', pathNot: [tools, tests] },
    { path: inside('apps', 'packages', 'examples'), pathNot: '^$1/', dependencyTypes: ['local'] },
  ),
]

const knowledge = (): IRegularForbiddenRuleType[] => [
  forbid(
    'knows-the-engine',
    `of the server only ${KNOWS_ENGINE.join(', ')}`,
    { path: inside('apps'), pathNot: [`^${SERVER}/${anyOf(KNOWS_ENGINE)}`, tests] },
    { path: inside('packages/face-engine') },
  ),
  forbid(
    'knows-react',
    `of the widget only ${KNOWS_REACT.join(', ')}`,
    { path: inside(WIDGET), pathNot: [`^${WIDGET}/${anyOf(KNOWS_REACT)}`, tests] },
    { path: npm('react', 'react-dom', '@types/react', '@types/react-dom') },
  ),
  forbid(
    'loader-alone',
    "the loader is the partner's first script: @visavis/embed and nothing else",
    { path: inside(`${WIDGET}/loader`), pathNot: tests },
    { path: '^', pathNot: inside(`${WIDGET}/loader`, 'packages/embed') },
  ),
]

/** The rules of the whole workspace, made from the lists in `rooms.ts` and from what each package.json names. */
export const createRules = (workspaces: readonly Workspace[]): IRegularForbiddenRuleType[] => [
  forbid('no-circle', 'a circle of imports, of types too', {}, { circular: true }),
  // Lines of the documentation are looked for by the console's build, which stops where there are none.
  forbid('no-unresolved', 'nothing is there', {}, { couldNotResolve: true, pathNot: '^docs-snippet:' }),
  forbid(
    'tests-stay-out',
    'what serves tests only is imported by tests and tools only',
    { path: '^', pathNot: [tools, tests] },
    { path: tests, pathNot: '(?:^|/)node_modules/' },
  ),
  ...downwards(
    '',
    ROOMS.workspace.filter((folder) => !isTool(folder)),
    tools,
  ),
  ...downwards(`${SERVER}/`, ROOMS[SERVER], `^${SERVER}/[^/]+$`),
  ...downwards(`${CONSOLE}/`, ROOMS[CONSOLE], `^${CONSOLE}/[^/]+$`),
  ...downwards(`${WIDGET}/`, ROOMS[WIDGET], `^${WIDGET}/(?!${anyOf(WIDGET_LEAVES)}$)[^/]+$`),
  ...doors(),
  ...purity(),
  ...packages(workspaces),
  ...knowledge(),
]
