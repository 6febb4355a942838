import { expect, it } from 'vitest'
import { countStatements, STATEMENTS } from './testing/count-statements.ts'

const { counts, queries } = await countStatements()

it('requests send no more statements to the database than they did, each of them a round trip', () => {
  expect(counts).toEqual(STATEMENTS)
})

it('a look at a face authentication takes no lock', () => {
  const looks = queries.filter((text) => text.includes('as "open_status"'))
  expect(looks).toHaveLength(3)
  expect(looks.filter((text) => /for update|for share/i.test(text))).toEqual([])
})

it('a step of an erasure locks its face authentications once', () => {
  const locks = queries.filter((text) =>
    /from "face_authentications".*"anonymized_on" is null.*for update/.test(text),
  )
  // That of the one step, and that of the look which finds nothing more to take.
  expect(locks).toHaveLength(2)
})
