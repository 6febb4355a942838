import type { Media, YotiSession } from './model.ts'

export const findPicture = (
  { livenessCaptures, faceCapture }: YotiSession,
  mediaId: string,
): Media | undefined =>
  [...livenessCaptures.map(({ picture }) => picture), faceCapture?.picture].find(
    (media) => media?.id === mediaId,
  )
