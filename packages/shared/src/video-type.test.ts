import { expect, it } from 'vitest'
import { sniffVideoType } from './video-type.ts'

const bytes = (hex: string) =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

it.each([
  // What `MediaRecorder` of Chromium writes first.
  [
    'WebM',
    '1a45dfa3 9f 4286 81 01 42f7 81 01 42f2 81 04 42f3 81 08 4282 84 7765626d 4287 81 04',
    'video/webm',
  ],
  // Safari's, and Chromium's where it is asked for MP4.
  ['MP4', '0000001c 66747970 69736f35 00000200 69736f35', 'video/mp4'],
  ['Matroska, which browsers do not play', '1a45dfa3 93 4282 88 6d6174726f736b61 4287 81 04', undefined],
  ['EBML that ends at once', '1a45dfa3', undefined],
  ['a picture', 'ffd8ffe0 00104a464946', undefined],
  ['nothing', '', undefined],
] as const)('%s', (_, hex, type) => {
  expect(sniffVideoType(bytes(hex))).toBe(type)
})
