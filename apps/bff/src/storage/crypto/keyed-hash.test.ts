import { expect, it } from 'vitest'
import { createKeyedHash } from './keyed-hash.ts'

const MASTER = new Uint8Array(32).fill(1)

it('gives 32 bytes that depend on key, purpose and text, and on nothing else', () => {
  const hash = createKeyedHash(MASTER)
  const first = hash('digit-string', '12345678')
  expect(first).toHaveLength(32)
  expect(createKeyedHash(MASTER)('digit-string', '12345678')).toEqual(first)
  expect(hash('digit-string', '12345679')).not.toEqual(first)
  expect(hash('asset-url', '12345678')).not.toEqual(first)
  expect(createKeyedHash(new Uint8Array(32).fill(2))('digit-string', '12345678')).not.toEqual(first)
})
