import { describe, expect, it } from 'vitest'
import { isAcknowledge, isOpen, isReady } from './embed-handshake.ts'
import { toFrameMessage, toHostMessage } from './embed-protocol.ts'

const READY = { visavis: 1, type: 'ready', nonce: 'n1' }
const COMPLETED = {
  visavis: 1,
  type: 'capture.completed',
  attemptId: 'fatp_a',
  id: 'fav_a',
  event: 'face_authentication_capture_completed',
}

describe('handshake', () => {
  it('takes its own', () => {
    expect(isReady(READY)).toBe(true)
    expect(isAcknowledge({ ...READY, type: 'acknowledge' }, 'n1')).toBe(true)
  })

  it.each([
    ['nothing', null],
    ['text', 'ready'],
    ['a list', [READY]],
    ['another version', { ...READY, visavis: 2 }],
    ['no version', { type: 'ready', nonce: 'n1' }],
    ['the version as text', { ...READY, visavis: '1' }],
    ['another type', { ...READY, type: 'capture.completed' }],
    ['no nonce', { visavis: 1, type: 'ready' }],
    ['a huge nonce', { ...READY, nonce: 'n'.repeat(100_000) }],
    ['fields of the prototype', Object.create(READY)],
  ])('refuses %s', (_, value) => {
    expect(isReady(value)).toBe(false)
  })

  it.each(['n2', '', 'n1 '])('refuses the nonce %j', (nonce) => {
    expect(isAcknowledge({ ...READY, type: 'acknowledge' }, nonce)).toBe(false)
  })
})

describe('the token', () => {
  it('is read from its own message only', () => {
    const open = { visavis: 1, type: 'open', token: 'T' }
    expect(isOpen(open)).toBe(true)
    for (const other of [{ ...open, visavis: 2 }, { ...open, type: 'close' }, { ...open, token: 7 }, null]) {
      expect(isOpen(other)).toBe(false)
    }
    expect(isOpen({ ...open, token: 'x'.repeat(257) })).toBe(false)
    expect(isOpen(Object.create(open))).toBe(false)
  })
})

describe('messages of the frame', () => {
  it.each([
    [COMPLETED],
    [{ visavis: 1, type: 'capture.failed', attemptId: '', code: 'offline', isFinal: false }],
    [{ visavis: 1, type: 'capture.retry-required', attemptId: 'fatp_a', reasons: ['no_face'] }],
    [{ visavis: 1, type: 'capture.resized', attemptId: 'fatp_a', height: 640 }],
    [{ visavis: 1, type: 'frame.closed' }],
  ])('takes %j, without its version', ({ visavis: _, ...message }) => {
    expect(toFrameMessage({ visavis: 1, ...message })).toEqual(message)
  })

  it.each([
    ['an unknown type', { ...COMPLETED, type: 'capture.approved' }],
    ['a type of the prototype', { ...COMPLETED, type: 'toString' }],
    ['a type that is no text', { ...COMPLETED, type: ['capture.completed'] }],
    ['a missing field', { ...COMPLETED, id: undefined }],
    ['a field of another kind', { ...COMPLETED, id: ['fav_a'] }],
    ['a huge text', { ...COMPLETED, id: 'x'.repeat(10_000_000) }],
    [
      'a long list',
      { visavis: 1, type: 'capture.retry-required', attemptId: '', reasons: Array(17).fill('') },
    ],
    ['half a pixel', { visavis: 1, type: 'capture.resized', attemptId: '', height: 0.5 }],
    ['a command', { visavis: 1, type: 'close' }],
  ])('refuses %s', (_, value) => {
    expect(toFrameMessage(value)).toBeUndefined()
  })

  it('leaves behind whatever else came along', () => {
    const message = toFrameMessage({ ...COMPLETED, image: 'x'.repeat(10_000), token: 1, verdict: 'approved' })
    expect(Object.keys(message ?? {})).toEqual(['type', 'attemptId', 'id', 'event'])
    expect(Object.isFrozen(message)).toBe(true)
  })

  it('takes nothing for its own that a prototype has', () => {
    const polluted = JSON.parse(
      '{"visavis":1,"type":"capture.completed","__proto__":{"attemptId":"a","id":"b","event":"c"}}',
    )
    expect(toFrameMessage(polluted)).toBeUndefined()
    expect(toFrameMessage({ ...COMPLETED, ['__proto__']: { polluted: true } })).toBeDefined()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('messages of the host', () => {
  it.each([
    [{ type: 'open', token: 't'.repeat(43), locale: 'de', theme: 'dark' }],
    [{ type: 'close' }],
    [{ type: 'set-locale', locale: 'ar' }],
    [{ type: 'set-theme', theme: 'auto' }],
  ])('takes %j', (message) => {
    expect(toHostMessage({ visavis: 1, ...message })).toEqual(message)
  })

  it.each([
    [{ type: 'open' }],
    [{ type: 'set-theme', theme: 'url(https://evil.example)' }],
    [{ type: 'capture.completed', attemptId: 'a', id: 'b', event: 'c' }],
  ])('refuses %j', (message) => {
    expect(toHostMessage({ visavis: 1, ...message })).toBeUndefined()
  })
})
