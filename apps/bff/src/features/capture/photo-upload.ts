import { AppError } from '@visavis/shared/errors'
import type { PictureSource } from '@visavis/shared/picture-source'
import { DEFAULT_PHOTO_UPLOAD, type PhotoUpload } from '@visavis/shared/user-journeys'
import type { CaptureSubject, HeldCapture } from './capture-subject.ts'

/** Whether a file may stand in for the camera on that link. */
export const toPhotoUpload = (
  { purpose }: Pick<CaptureSubject, 'purpose'>,
  { journey }: Pick<HeldCapture, 'journey'>,
): PhotoUpload => journey?.photoUpload ?? DEFAULT_PHOTO_UPLOAD[purpose]

/**
 * The page says where its picture is from, and nobody can check it: this keeps honest pages to the journey. A caller
 * that says nothing is not a page of ours. @throws AppError PHOTO_NOT_ALLOWED
 */
export const assertSourceAllowed = (
  subject: Pick<CaptureSubject, 'purpose'>,
  held: Pick<HeldCapture, 'journey'>,
  source: PictureSource | null,
): void => {
  if (source === 'photo' && toPhotoUpload(subject, held) === 'never') throw new AppError('PHOTO_NOT_ALLOWED')
}
