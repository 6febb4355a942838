import { afterEach, expect, it, vi } from 'vitest'
import { recall, remember } from './memory.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('knows the camera of last time', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  expect(recall('camera')).toBeNull()
  remember('camera', 'cam-2')
  expect(recall('camera')).toBe('cam-2')
})

it('does without where storage is blocked', () => {
  const block = () => {
    throw new DOMException('', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: block, setItem: block })
  expect(() => remember('camera', 'cam-2')).not.toThrow()
  expect(recall('camera')).toBeNull()
})
