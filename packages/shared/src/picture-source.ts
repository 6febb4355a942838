import * as z from 'zod'

/** Where the page got the picture from. It says so itself: a browser cannot prove that it has a camera. */
export const PICTURE_SOURCES = ['camera', 'photo'] as const
export type PictureSource = (typeof PICTURE_SOURCES)[number]

/** Request header of `PUT /capture/selfie`. */
export const PICTURE_SOURCE_HEADER = 'Capture-Source'

export const pictureSourceSchema = z.enum(PICTURE_SOURCES).meta({
  description: 'Where the picture came from, as the capture page tells it: `camera`, or `photo` for a file.',
})
