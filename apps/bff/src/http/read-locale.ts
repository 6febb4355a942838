import { chooseLocale } from '@visavis/shared/choose-locale'
import type { Locale } from '@visavis/shared/locales'
import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'

/** The language of a page without script, by `Accept-Language` (RFC 9110 §12.5.4). */
export const readLocale = (c: Context): Locale =>
  chooseLocale(
    parseAccept(c.req.header('Accept-Language') ?? '')
      .filter(({ q }) => q > 0)
      .map(({ type }) => type),
  )
