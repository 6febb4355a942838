import { expect, it } from 'vitest'
import { canRunEngine } from './can-run-engine.ts'

const ABLE = {
  Worker: class {},
  OffscreenCanvas: class {},
  createImageBitmap: () => {},
  crypto,
  WebAssembly,
} as unknown as typeof globalThis

it('runs where everything is', () => {
  expect(canRunEngine(ABLE)).toBe(true)
})

it.each(['Worker', 'OffscreenCanvas', 'createImageBitmap', 'crypto', 'WebAssembly'])(
  'not without %s',
  (name) => {
    expect(canRunEngine({ ...ABLE, [name]: undefined })).toBe(false)
  },
)

it('not without SIMD', () => {
  expect(canRunEngine({ ...ABLE, WebAssembly: { ...WebAssembly, validate: () => false } })).toBe(false)
})
