import { AppError } from '@visavis/shared/errors'
import {
  MAX_QUALITY_HEADER_BYTES,
  type PictureQuality,
  pictureQualitySchema,
} from '@visavis/shared/picture-quality'
import { ParseError, parseDictionary } from 'structured-headers'

/** `null` without the header. @throws AppError PICTURE_QUALITY_INVALID */
export const readPictureQuality = (header: string | undefined): PictureQuality | null => {
  if (header === undefined) return null
  if (header.length > MAX_QUALITY_HEADER_BYTES) throw new AppError('PICTURE_QUALITY_INVALID')
  const quality = pictureQualitySchema.safeParse(toRecord(header))
  if (!quality.success) throw new AppError('PICTURE_QUALITY_INVALID', { cause: quality.error })
  return quality.data
}

const toRecord = (header: string): Record<string, unknown> => {
  try {
    return Object.fromEntries(Array.from(parseDictionary(header), ([key, [value]]) => [key, value]))
  } catch (cause) {
    if (cause instanceof ParseError) throw new AppError('PICTURE_QUALITY_INVALID', { cause })
    throw cause
  }
}
