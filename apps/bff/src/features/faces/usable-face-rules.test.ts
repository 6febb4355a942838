import { expect, it } from 'vitest'
import { isUsableFace } from './usable-face-rules.ts'

const picture = { provider: 'embedded', vendorReference: null }
const vendors = { provider: 'acme', vendorReference: 'aplt_1' }

it.each([
  [
    'a picture serves the provider it was made for',
    picture,
    { id: 'embedded', references: ['upload'] },
    true,
  ],
  ['and any other that takes pictures', picture, { id: 'acme', references: ['upload', 'vendor'] }, true],
  ['but none that keeps references itself', picture, { id: 'acme', references: ['vendor'] }, false],
  ["a vendor's reference serves that vendor", vendors, { id: 'acme', references: ['vendor'] }, true],
  ['an earlier verification too', vendors, { id: 'acme', references: ['prior-verification'] }, true],
  ['but no other vendor', vendors, { id: 'other', references: ['vendor'] }, false],
  ['and nobody who takes pictures only', vendors, { id: 'acme', references: ['upload'] }, false],
])('%s', (_, face, provider, expected) => {
  expect(isUsableFace(face, provider)).toBe(expected)
})
