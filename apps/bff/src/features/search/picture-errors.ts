/** What a picture to compare can be refused with. */
export const PICTURE_ERRORS = [
  'IMAGE_TOO_LARGE',
  'IMAGE_TYPE_UNSUPPORTED',
  'IMAGE_REFUSED',
  'PROVIDER_UNAVAILABLE',
] as const

/** The same for one to look for among many. */
export const SEARCH_ERRORS = ['SEARCH_NOT_ENABLED', 'SEARCH_NOT_AVAILABLE', ...PICTURE_ERRORS] as const
