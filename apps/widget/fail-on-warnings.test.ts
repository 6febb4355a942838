import { build, createLogger } from 'vite'
import { expect, it } from 'vitest'
import { failOnWarnings } from './fail-on-warnings.ts'

/** Builds these files, of which the first is the page's. */
const buildOf = async (files: Record<string, string>) => {
  const said: string[] = []
  const logger = createLogger('silent')
  const warn = (message: string) => said.push(message)
  const [entry] = Object.keys(files)
  const result = build({
    configFile: false,
    customLogger: { ...logger, warn, warnOnce: warn },
    plugins: [
      {
        name: 'files',
        resolveId: (id) => (id.replace('./', '/') in files ? id.replace('./', '/') : null),
        load: (id) => files[id] ?? null,
      },
      failOnWarnings(),
    ],
    build: { write: false, rolldownOptions: { input: entry ?? '' } },
  })
  await result.catch(() => undefined)
  return { result, said }
}

it('lets a build be that has nothing to warn of', async () => {
  const { result, said } = await buildOf({ '/page.js': 'console.log(1)' })
  await expect(result).resolves.toBeDefined()
  expect(said).toEqual([])
})

it.each([
  [
    'a name that no module exports',
    { '/page.js': "import * as all from './part.js'\nconsole.log(all.b)", '/part.js': 'export const a = 1' },
    'IMPORT_IS_UNDEFINED',
  ],
  ['direct eval', { '/page.js': "eval('1')" }, 'EVAL'],
  [
    'a picture that is not there',
    { '/page.js': "import './page.css'", '/page.css': '.a { background: url(./nobody.png) }' },
    'nobody.png',
  ],
])('says what it warns of and fails: %s', async (_, files, warning) => {
  const { result, said } = await buildOf(files)
  await expect(result).rejects.toThrow('1 warning, see above')
  expect(said.join()).toContain(warning)
})
