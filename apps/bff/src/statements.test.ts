import { expect, it } from 'vitest'
import { countStatements, STATEMENTS } from './testing/count-statements.ts'

it('requests send no more statements to the database than they did, each of them a round trip', async () => {
  expect((await countStatements()).counts).toEqual(STATEMENTS)
})

it('a look at a face authentication takes no lock', async () => {
  const { queries } = await countStatements()
  const looks = queries.filter((text) => text.includes('as "open_status"'))
  expect(looks).toHaveLength(2)
  expect(looks.filter((text) => /for update|for share/i.test(text))).toEqual([])
})
