import { expect, it } from 'vitest'
import { fromFace, fromPolled, fromScript } from './mapping.ts'
import { parseReference, toReference } from './reference.ts'
import { adminTokenSchema, startedSchema } from './wire.ts'

it.each([
  ['NO_RESPONSE', false, 'pending'],
  ['NO_RESPONSE', true, 'unknown'],
  ['CONFIRM', true, 'approved'],
  ['CONFIRM', false, 'unknown'],
  ['CONFIRM', undefined, 'unknown'],
  ['CONCERN', false, 'declined'],
  ['CONCERN', true, 'declined'],
  ['CANCEL', false, 'cancelled'],
  ['CANCEL', true, 'cancelled'],
  ['confirm', true, 'unknown'],
  ['SUCCESS', true, 'unknown'],
  ['', true, 'unknown'],
  [undefined, true, 'unknown'],
] as const)('takes %s, completed %s, as %s', (status, authenticationCompleted, kind) => {
  const polled = {
    ...(status === undefined ? {} : { status }),
    ...(authenticationCompleted === undefined ? {} : { authenticationCompleted }),
  }
  expect(fromPolled(polled).kind).toBe(kind)
})

it('takes leaving the script as leaving, its failure as one that may be repeated', () => {
  expect(fromScript('exit')).toEqual({ kind: 'cancelled', codes: [61121] })
  expect(fromScript('error')).toEqual({ kind: 'inconclusive', codes: [61901] })
})

it.each(['NEW', 'ACTIVATING', 'ACTIVE', 'REVIEW', 'FAILED', 'EXPIRED', 'DISABLED'])('knows %s', (status) => {
  expect(fromFace('u', { id: 'f', status })).toEqual({ reference: 'u#f', status, expiresOn: null })
})

it.each(['active', 'SUSPENDED', 'toString', '', undefined])('does not know %s', (status) => {
  expect(fromFace('u', { id: 'f', ...(status === undefined ? {} : { status }) }).status).toBe('unknown')
})

it('passes on how a face is activated', () => {
  const face = { id: 'f', activationUrl: 'https://x.example', activationQRCode: 'qr' }
  expect(fromFace('u', face).activation).toEqual({ url: 'https://x.example', qrCode: 'qr' })
})

it('names faces by user and face, or by the user alone', () => {
  expect(parseReference(toReference('a#b@example.com', 'f'))).toEqual({
    userId: 'a#b@example.com',
    faceId: 'f',
  })
  expect(parseReference('ada')).toEqual({ userId: 'ada', faceId: undefined })
})

it('reads the times of both of the examples', () => {
  const read = (creationTime: string) =>
    adminTokenSchema.parse({ authToken: 'x', creationTime, expirationTime: creationTime }).creationTime
  expect(read('2018-05-28T19:07:50.328+0000').toISOString()).toBe('2018-05-28T19:07:50.328Z')
  expect(read('2020-01-23T16:15:58Z').toISOString()).toBe('2020-01-23T16:15:58.000Z')
  expect(() => read('soon')).toThrow()
})

it('starts nothing without a challenge', () => {
  expect(startedSchema.safeParse({ token: 'x', authenticationCompleted: true }).success).toBe(false)
})
