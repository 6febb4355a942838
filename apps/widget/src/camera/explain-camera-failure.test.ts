import { expect, it } from 'vitest'
import type { CameraAccess } from './camera-access.ts'
import { explainCameraFailure } from './explain-camera-failure.ts'

const accessOf = (changes: Partial<CameraAccess> = {}): CameraAccess => ({
  findObstacle: () => null,
  isKeptBack: async () => false,
  readPermission: async () => 'prompt',
  ...changes,
})
const REFUSAL = new DOMException('', 'NotAllowedError')

it.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'unsupported'],
])('%s: %s', async (name, failure) => {
  expect(await explainCameraFailure(new DOMException('', name), accessOf())).toBe(failure)
})

it.each(['insecure', 'policy', 'unsupported'] as const)(
  'a page that may not have it at all: %s',
  async (obstacle) => {
    expect(await explainCameraFailure(REFUSAL, accessOf({ findObstacle: () => obstacle }))).toBe(obstacle)
  },
)

it.each([
  ['granted', 'system'],
  ['denied', 'refused'],
  ['prompt', 'refused'],
  ['unknown', 'refused'],
] as const)('a refusal while the browser says "%s": %s', async (permission, failure) => {
  const access = accessOf({ readPermission: async () => permission })
  expect(await explainCameraFailure(REFUSAL, access)).toBe(failure)
})

it('a frame that is refused what it does not even see: policy', async () => {
  const access = accessOf({ isKeptBack: async () => true, readPermission: async () => 'granted' })
  expect(await explainCameraFailure(REFUSAL, access)).toBe('policy')
  expect(await explainCameraFailure(new DOMException('', 'NotFoundError'), access)).toBe('missing')
})
