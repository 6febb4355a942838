/** What settings of several providers share. */
import * as z from 'zod'

/** A credential or an id given by the vendor; no blanks or line ends, which would end up in a header. */
export const secretSetting = z
  .string()
  .min(1)
  .max(16_384)
  .regex(/^[\x21-\x7e]+$/)

/**
 * An address the server calls or the browser loads from, without a trailing slash. Whether it may be plain http or lie
 * in a private network is the operator's to say, not the schema's.
 */
export const urlSetting = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine((text) => {
    const url = URL.parse(text)
    return url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  })
  .transform((text) => text.replace(/\/+$/, ''))
