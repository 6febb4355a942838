import { randomUUID } from 'node:crypto'
import type { Picture } from '../types.ts'

/**
 * One part, named as the vendor's clients name it (RFC 7578). Whole, since the signature covers every byte of it,
 * boundaries included.
 */
export const toMultipart = async (picture: Picture): Promise<{ bytes: Uint8Array; contentType: string }> => {
  const boundary = `visavis-${randomUUID()}`
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="binary-content"; filename="face-capture-image"',
    `Content-Type: ${picture.mediaType}`,
    '',
    '',
  ].join('\r\n')
  const bytes = Buffer.concat([
    Buffer.from(head),
    await picture.read(),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { bytes, contentType: `multipart/form-data; boundary=${boundary}` }
}
