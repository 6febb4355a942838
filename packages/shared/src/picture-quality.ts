/** How good a picture is, as the browser that took it saw it. Untrusted: told to people, never decided by. */
import { QUALITY_KEYS } from '@visavis/face-quality/quality-vector'
import * as z from 'zod'

/** With `PUT /capture/selfie`: a Dictionary of Integers (RFC 8941 §3.2), `x43=71, x49=88`. */
export const PICTURE_QUALITY_HEADER = 'Capture-Quality'
export const MAX_QUALITY_HEADER_BYTES = 1024

/** By the component's id in ISO/IEC 29794-5: `x49` is Sharpness. Scalars: 0 is worst, 100 best. */
export const pictureQualitySchema = z.partialRecord(z.enum(QUALITY_KEYS), z.int().min(0).max(100))
export type PictureQuality = z.infer<typeof pictureQualitySchema>
