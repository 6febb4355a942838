import { expect, it } from 'vitest'
import { columnNames, type PrivacyOf, personalColumns, toErasedValues } from './privacy.ts'

interface Row {
  id: string
  email: string | null
  address: string
}

const PRIVACY = { id: 'kept', email: 'personal', address: 'personal' } satisfies PrivacyOf<Row>

it('compiles with every column decided about, and no other', () => {
  // @ts-expect-error `address` is forgotten
  const forgotten = { id: 'kept', email: 'personal' } satisfies PrivacyOf<Row>
  // @ts-expect-error there is no `phone`
  const unknown = { ...PRIVACY, phone: 'personal' } satisfies PrivacyOf<Row>
  // @ts-expect-error neither of the two
  const undecided = { ...PRIVACY, email: 'maybe' } satisfies PrivacyOf<Row>
  expect([forgotten, unknown, undecided]).toHaveLength(3)
})

it('says what an erasure writes', () => {
  expect(columnNames(PRIVACY)).toEqual(['id', 'email', 'address'])
  expect(personalColumns(PRIVACY)).toEqual(['email', 'address'])
  const erased: Partial<Row> = toErasedValues(PRIVACY, { address: 'gone' })
  expect(erased).toEqual({ email: null, address: 'gone' })
  // @ts-expect-error `address` has to hold something
  const wrong: Partial<Row> = toErasedValues(PRIVACY, {})
  expect(wrong).toEqual({ email: null, address: null })
})
