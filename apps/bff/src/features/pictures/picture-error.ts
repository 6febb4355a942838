import type { ErrorDetail, PictureReason } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'

/**
 * What to answer when pictures cannot be used. @param reasons by the attribute each picture came in
 * @returns IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, or IMAGE_REFUSED with one code a picture: `image__no_face`
 */
export const toPictureError = (reasons: Readonly<Record<string, PictureReason>>): AppError => {
  const all = Object.values(reasons)
  if (all.includes('image_too_large')) return new AppError('IMAGE_TOO_LARGE')
  if (all.includes('image_type_unsupported')) return new AppError('IMAGE_TYPE_UNSUPPORTED')
  const errorCodes = Object.entries(reasons).map(
    ([attribute, reason]) => `${attribute}__${reason.replace(/^image_/, '') as ErrorDetail}` as const,
  )
  return new AppError('IMAGE_REFUSED', { errorCodes })
}
