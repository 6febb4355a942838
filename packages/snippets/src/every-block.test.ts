/** Nothing stands in the documentation that no test has run. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readBlocks } from '../../../scripts/read-snippet.ts'

const ROOT = new URL('../../..', import.meta.url)

const listFiles = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], { cwd: ROOT })
    .toString()
    .split('\n')
    .filter(Boolean)

const readAll = async (files: string[]): Promise<string> =>
  (await Promise.all(files.map((file) => readFile(new URL(file, ROOT), 'utf8')))).join('\n')

const blocks = (
  await Promise.all(
    listFiles('*.md').map(async (page) => (await readBlocks(page)).map((block) => ({ page, ...block }))),
  )
).flat()
const tests = await readAll(listFiles('packages/snippets/src/*.test.ts', 'e2e/tests/*.spec.ts'))

const has = (kind: string) => blocks.filter(({ marker }) => marker?.startsWith(`${kind}: `))

it('finds the pages', () => {
  expect(new Set(blocks.map(({ page }) => page)).size).toBeGreaterThan(10)
})

it('knows of every block how it is held', () => {
  const known = new Set([...has('test'), ...has('run by'), ...has('not run')])
  expect(blocks.filter((block) => !known.has(block)).map(({ page, line }) => `${page}:${line}`)).toEqual([])
})

it('has a test that reads each snippet', () => {
  const isRead = ({ page, marker }: (typeof blocks)[number]) =>
    tests.includes(`readSnippet('${page}', '${marker?.slice('test: '.length)}')`)
  expect(
    has('test')
      .filter((block) => !isRead(block))
      .map(({ page, marker }) => `${page}, ${marker}`),
  ).toEqual([])
})

it('finds the commands of a block in the file that runs them', async () => {
  expect(has('run by').length).toBeGreaterThan(0)
  for (const { page, marker, text } of has('run by')) {
    const program = await readFile(new URL(marker?.slice('run by: '.length) ?? '', ROOT), 'utf8')
    const commands = text.split('\n').map((line) => line.replace(/#.*/, '').trim())
    for (const command of commands.filter(Boolean)) {
      expect(program.split('\n'), `${page}: ${command}`).toContain(command)
    }
  }
})

it('lets only pictures made of letters go without', () => {
  expect(has('not run').filter(({ language }) => language !== '')).toEqual([])
  expect(has('not run').map(({ page, marker }) => `${page}, ${marker}`)).toMatchInlineSnapshot(`
    [
      "apps/bff/src/storage/README.md, not run: a list of files",
      "docs/embed-protocol.md, not run: who says what to whom",
    ]
  `)
})
