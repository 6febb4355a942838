import { parseUrl } from './parse-url.ts'

/** A partner's address may only be a web page, whatever the answer held. */
export const isWebUrl = (url: string): boolean =>
  ['https:', 'http:'].includes(parseUrl(url, location.href)?.protocol ?? '')
