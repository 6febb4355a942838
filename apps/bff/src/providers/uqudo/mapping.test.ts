import { expect, it } from 'vitest'
import { fromErrorCode, fromFace } from './mapping.ts'

it.each([
  [{ match: true, matchLevel: 3 }, 'approved'],
  [{ match: true, matchLevel: 5 }, 'approved'],
  [{ match: true, matchLevel: 2 }, 'declined'],
  [{ match: true, matchLevel: 6 }, 'declined'],
  [{ match: true }, 'declined'],
  [{ match: false, matchLevel: 5 }, 'declined'],
])('%j at level 3: %s', (face, kind) => {
  expect(fromFace(face, 3).kind).toBe(kind)
})

it.each([
  ['USER_CANCEL', { kind: 'cancelled', codes: [61121] }],
  ['MEDIA_NOT_ALLOWED_ERROR', { kind: 'cancelled', codes: [61113] }],
  ['MEDIA_VIRTUAL_CAMERA_DETECTED', { kind: 'cancelled', codes: [61203] }],
  ['WASM_NOT_SUPPORTED', { kind: 'cancelled', codes: [61202] }],
  ['SESSION_EXPIRED_OR_NOT_FOUND', { kind: 'expired' }],
  ['SESSION_INVALIDATED_FACE_RECOGNITION_TOO_MANY_ATTEMPTS', { kind: 'inconclusive', codes: [61410] }],
  ['UNAUTHORIZED', { kind: 'inconclusive', codes: [61901] }],
  ['SUCCESS', { kind: 'unknown' }],
])('%s', (code, expected) => {
  expect(fromErrorCode(code)).toEqual(expected)
})
