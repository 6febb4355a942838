import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readKnownVariables } from './read-known-variables.ts'

it('the table of settings has each that the server reads, and no other', async () => {
  const page = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const [, table = ''] = /^## Settings\n(.+?)^## /ms.exec(page) ?? []
  const firstCells = [...table.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell]) => cell).join()
  const told = [...firstCells.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name)
  const known = await readKnownVariables()
  expect(told.toSorted()).toEqual([...known].filter((name) => name !== 'NODE_ENV').toSorted())
})
