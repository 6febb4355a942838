/** What goes into the text of an e-mail. */

/** Nobody knows the time zone of the reader. */
export const toUtc = (date: Date, locale: string): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(date)} UTC`

const MAX_NAME_LENGTH = 80

/**
 * A name as it may stand in an e-mail of ours: one line of letters. Mail programs make links of what looks like an
 * address, so whoever can choose a name could have us send theirs.
 */
export const toPlainName = (name: string | null): string =>
  (name ?? '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}'’.,\- ]+/gu, ' ')
    .replace(/\.(?=\S)/g, '. ')
    .replace(/ +/g, ' ')
    .slice(0, MAX_NAME_LENGTH)
    .toWellFormed()
    .trim()
