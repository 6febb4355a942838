import { chooseLocale } from '@visavis/shared/choose-locale'
import { createTranslator } from '../../../i18n/create-translator.ts'
import { toPlainName, toUtc } from '../../../mail/mail-words.ts'
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
