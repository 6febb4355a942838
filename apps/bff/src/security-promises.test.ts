import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)
const read = (path: string) => readFile(fileURLToPath(new URL(path, ROOT)), 'utf8')

/** A row of a table whose second column is a file in backticks: promise, file, name of the test. */
const ROW = /^\| (?<promise>[^|]+) \| `(?<file>[^`|]+)` \| (?<name>[^|]+) \|$/gm

const promises = [...(await read('docs/security.md')).matchAll(ROW)].map(({ groups = {} }) => ({
  promise: groups.promise ?? '',
  file: groups.file ?? '',
  name: groups.name ?? '',
}))

it('the page makes promises', () => {
  expect(promises.length).toBeGreaterThan(15)
})

it.each(promises)('$promise: its test is there', async ({ file, name }) => {
  expect(await read(file)).toContain(`'${name}'`)
})
