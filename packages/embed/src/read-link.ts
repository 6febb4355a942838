export interface Link {
  /** Address of the frame, without the token: what a page's own scripts may record of it opens nothing. */
  src: string
  origin: string
  token: string
}

/** Origin, whatever path Visavis is at, id, token. */
const VERIFICATION_URL = /^(https?:\/\/[^/?#]+)([^?#]*)\/verify\/([^/?#]+)#(.+)$/

/** @throws TypeError when it is no `verification_url`, or came without its fragment */
export const readLink = (verificationUrl: string): Link => {
  const [, host, base, id, token] = VERIFICATION_URL.exec(verificationUrl) ?? []
  if (!host || !token) {
    throw new TypeError('Visavis: no verification_url with its fragment')
  }
  const { href, origin } = new URL(`${host}${base}/frame/${id}`)
  return { src: href, origin, token }
}
