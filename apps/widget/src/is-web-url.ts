/** A partner's address may only be a web page, whatever the answer held. */
export const isWebUrl = (url: string): boolean =>
  ['https:', 'http:'].includes(URL.parse(url, location.href)?.protocol ?? '')
