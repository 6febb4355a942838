import { AppError } from '@visavis/shared/errors'
import { type PictureSource, pictureSourceSchema } from '@visavis/shared/picture-source'

/** `null` without the header. @throws AppError PICTURE_SOURCE_INVALID */
export const readPictureSource = (header: string | undefined): PictureSource | null => {
  if (header === undefined) return null
  const source = pictureSourceSchema.safeParse(header)
  if (!source.success) throw new AppError('PICTURE_SOURCE_INVALID', { cause: source.error })
  return source.data
}
