import type { QualityVector } from '@visavis/face-quality/quality-vector'
import { describe, expect, it, vi } from 'vitest'
import { fakeFrame } from '../testing/fake-frame.ts'
import {
  gifBytes,
  heicBytes,
  jpegBytes,
  pdfBytes,
  pngBytes,
  textBytes,
  webpBytes,
} from '../testing/picture-bytes.ts'
import { EncodeError } from './fit-under.ts'
import { type PhotoIssue, preparePhoto } from './prepare-photo.ts'

const MAX_BYTES = 5 * 1024 * 1024
const SMALL = new Blob(['small'], { type: 'image/jpeg' })

const photoOf = (blob: Blob) => ({ blob, source: 'photo', quality: null })

const fileOf = (bytes: number[], { type = '', padding = 0 } = {}) =>
  new Blob([Uint8Array.from(bytes), new Uint8Array(padding)], { type })

interface Circumstances {
  canDecode?: boolean
  canEncode?: boolean
  /** What the engine measures; null: it is not there. */
  quality?: QualityVector | null
}

const prepare = async (
  file: Blob,
  { canDecode = true, canEncode = true, quality = null }: Circumstances = {},
) => {
  const bitmap = fakeFrame()
  const encode = vi.fn(async () => {
    if (!canEncode) throw new EncodeError('x')
    return SMALL
  })
  const decode = async () => {
    if (!canDecode) throw new DOMException('', 'InvalidStateError')
    return bitmap
  }
  const measure = async () => quality
  const outcome = await preparePhoto({ file, maxBytes: MAX_BYTES, measure, decode, encode })
  return { outcome, bitmap, encode }
}

describe('preparePhoto', () => {
  it.each([
    ['JPEG', jpegBytes(), 'image/jpeg'],
    ['PNG', pngBytes(), 'image/png'],
  ])('%s within the limit goes as it is', async (_, bytes, type) => {
    const file = fileOf(bytes, { type })
    const { outcome, bitmap, encode } = await prepare(file)
    expect(outcome).toEqual({ picture: photoOf(file) })
    expect(encode).not.toHaveBeenCalled()
    expect(bitmap.isClosed).toBe(true)
  })

  it('goes by the bytes, not by the name', async () => {
    const { outcome } = await prepare(fileOf(pngBytes(), { type: 'image/jpeg' }))
    expect(outcome.picture?.blob.type).toBe('image/png')
  })

  it('makes a large one smaller', async () => {
    const { outcome, bitmap } = await prepare(fileOf(jpegBytes(), { padding: MAX_BYTES }))
    expect(outcome).toEqual({ picture: photoOf(SMALL) })
    expect(bitmap.isClosed).toBe(true)
  })

  it('converts HEIC where the browser can', async () => {
    expect((await prepare(fileOf(heicBytes()))).outcome).toEqual({ picture: photoOf(SMALL) })
  })

  it('says what the engine saw in it', async () => {
    const quality = { x49: 80 }
    const { outcome } = await prepare(fileOf(jpegBytes()), { quality })
    expect(outcome).toEqual({ picture: expect.objectContaining({ quality }) })
  })

  it('says that nobody is in it, and keeps it for whoever insists', async () => {
    const { outcome } = await prepare(fileOf(jpegBytes()), { quality: {} })
    expect(outcome).toEqual({ picture: expect.objectContaining({ quality: {} }), issue: 'no_face' })
  })

  const refused: [string, Blob, PhotoIssue, Circumstances?][] = [
    ['nothing', fileOf([]), 'empty'],
    ['HEIC elsewhere', fileOf(heicBytes()), 'heic', { canDecode: false }],
    ['PDF', fileOf(pdfBytes()), 'pdf'],
    ['GIF', fileOf(gifBytes()), 'wrong_type'],
    ['WebP', fileOf(webpBytes()), 'wrong_type'],
    ['a web page', fileOf(textBytes()), 'wrong_type'],
    ['a damaged JPEG', fileOf(jpegBytes()), 'unreadable', { canDecode: false }],
    ['48 megapixels', fileOf(jpegBytes({ width: 8000, height: 6000 })), 'too_many_pixels'],
    ['65 MB', fileOf(jpegBytes(), { padding: 65 * 1024 * 1024 }), 'too_large'],
    [
      'what cannot be made smaller',
      fileOf(jpegBytes(), { padding: MAX_BYTES }),
      'too_large',
      { canEncode: false },
    ],
  ]
  it.each(refused)('%s: %s', async (_, file, issue, abilities) => {
    expect((await prepare(file, abilities)).outcome).toEqual({ issue })
  })

  it('a file that went away after it was chosen', async () => {
    const gone = Object.assign(fileOf(jpegBytes()), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
    })
    expect((await prepare(gone)).outcome).toEqual({ issue: 'unreadable' })
  })
})
