import { chooseLocale } from '@visavis/shared/choose-locale'
import { createTranslator } from '../../../i18n/create-translator.ts'
import type { MailMessage } from '../../../mail/types.ts'

interface ActivationEmail {
  to: string
  /** The partner, as the person knows it. */
  partnerName: string
  applicantName: string | null
  verificationUrl: string
  expiresOn: Date
  /** BCP 47; `null`, or a language there are no texts in: English. */
  locale: string | null
}

/** Nobody knows the time zone of the reader. */
const toUtc = (date: Date, locale: string): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(date)} UTC`

const MAX_NAME_LENGTH = 80

/**
 * A name as it may stand in an e-mail of ours: one line of letters. Mail programs make links of what looks like an
 * address, so whoever can choose a name could have us send theirs.
 */
const toPlainName = (name: string | null): string =>
  (name ?? '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}'’.,\- ]+/gu, ' ')
    .replace(/\.(?=\S)/g, '. ')
    .replace(/ +/g, ' ')
    .slice(0, MAX_NAME_LENGTH)
    .toWellFormed()
    .trim()

/** The invitation to take the picture. Plain text: the link is all it has to carry. */
export const toActivationEmail = ({
  to,
  partnerName,
  applicantName,
  verificationUrl,
  expiresOn,
  locale: wanted,
}: ActivationEmail): MailMessage => {
  const locale = chooseLocale([wanted])
  const name = toPlainName(applicantName)
  const translate = createTranslator(locale)
  return {
    to,
    subject: translate('mailSubject', { partner: partnerName }),
    text: [
      name === '' ? translate('mailGreeting') : translate('mailGreetingByName', { applicant: name }),
      '',
      translate('mailRequest', { partner: partnerName }),
      translate('mailOpenLink'),
      '',
      verificationUrl,
      '',
      translate('mailValidity', { until: toUtc(expiresOn, locale) }),
      translate('mailIgnore'),
      '',
    ].join('\n'),
  }
}
