import type { QualityVector } from '@visavis/face-quality/quality-vector'
import type { CaptureResult } from './capture-result.ts'
import { encode as encodePicture } from './encode.ts'
import { type PhotoKind, readPhotoHeader } from './photo-header.ts'

/** Why a chosen file cannot be sent; `refused`: the server would not take it; `no_face`: it can, if the person insists. */
export type PhotoIssue =
  | 'empty'
  | 'heic'
  | 'pdf'
  | 'wrong_type'
  | 'too_many_pixels'
  | 'too_large'
  | 'unreadable'
  | 'refused'
  | 'no_face'

export type PreparedPhoto =
  | { picture: CaptureResult; issue?: 'no_face' }
  | { picture?: undefined; issue: Exclude<PhotoIssue, 'no_face'> }

/** The server's limit too; decoding more can kill a phone's tab. */
const MAX_PIXELS = 40_000_000
/** Past this not even the attempt to shrink it is safe. */
const MAX_FILE_BYTES = 64 * 1024 * 1024
const HEADER_BYTES = 512 * 1024

const ISSUE_OF: Readonly<Record<Exclude<PhotoKind, 'jpeg' | 'png' | 'heic'>, 'wrong_type' | 'pdf'>> = {
  gif: 'wrong_type',
  webp: 'wrong_type',
  pdf: 'pdf',
  unknown: 'wrong_type',
}

export interface PreparePhotoOptions {
  file: Blob
  maxBytes: number
  /** Empty without a face; null when the engine is not there, and nobody waits for it. Never throws. */
  measure: (picture: Blob) => Promise<QualityVector | null>
  decode?: (file: Blob) => Promise<ImageBitmap>
  encode?: (picture: ImageBitmap, maxBytes: number) => Promise<Blob>
}

/** EXIF orientation is honoured by default (HTML, `imageOrientation: "from-image"`). */
const decodePicture = (file: Blob): Promise<ImageBitmap> => createImageBitmap(file)

/**
 * Turns a chosen file into something the server takes: a JPEG or PNG within the limit as it is but for its metadata, a larger one made
 * smaller, HEIC converted where the browser can. Everything else is an answer, not an exception.
 */
export const preparePhoto = async ({
  file,
  maxBytes,
  measure,
  decode = decodePicture,
  encode = encodePicture,
}: PreparePhotoOptions): Promise<PreparedPhoto> => {
  if (file.size === 0) return { issue: 'empty' }
  if (file.size > MAX_FILE_BYTES) return { issue: 'too_large' }
  const header = await readStart(file)
  if (!header) return { issue: 'unreadable' }
  const { kind, pixels } = header
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'heic') return { issue: ISSUE_OF[kind] }
  if (pixels !== null && pixels > MAX_PIXELS) return { issue: 'too_many_pixels' }

  let picture: ImageBitmap
  try {
    picture = await decode(file)
  } catch {
    return { issue: kind === 'heic' ? 'heic' : 'unreadable' }
  }
  let blob: Blob
  try {
    blob =
      kind !== 'heic' && file.size <= maxBytes
        ? withType(await withoutMetadata(file), `image/${kind}`)
        : await encode(picture, maxBytes)
  } catch {
    return { issue: 'too_large' }
  } finally {
    picture.close()
  }
  const quality = await measure(blob)
  const hasNoFace = quality !== null && Object.keys(quality).length === 0
  return { picture: { blob, source: 'photo', quality }, ...(hasNoFace && { issue: 'no_face' }) }
}

/** A file can vanish, or its folder be locked, between the choice and the reading. */
const readStart = async (file: Blob) => {
  try {
    return readPhotoHeader(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()))
  } catch {
    return null
  }
}

/** Place, time and device stay here. The code comes with the first photo: most people never choose one. */
const withoutMetadata = async (file: Blob): Promise<Blob> => {
  const { stripMetadata } = await import('@visavis/shared/strip-metadata')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const stripped = stripMetadata(bytes)
  return stripped === bytes ? file : new Blob([new Uint8Array(stripped)], { type: file.type })
}

/** The bytes decide, not the file's name. */
const withType = (file: Blob, type: string): Blob =>
  file.type === type ? file : file.slice(0, file.size, type)
