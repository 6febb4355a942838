/** What a person is told before they agree, and what is kept of it (GDPR Art. 7 (1) and 13; ISO/IEC TS 27560). */
import * as z from 'zod'
import { webUrl } from './partner-api.ts'

/**
 * Names the words of the start screen that people agree to, in all languages: changed with them, by hand, so that a record
 * says which words somebody saw. A test of the widget's catalogues holds it.
 */
export const CONSENT_TEXT_VERSION = '84b26a60c2a5f780'

/** Of a journey: whom the person deals with. How long pictures are kept is taken from the journey's own settings. */
export const consentNoticeSchema = z.strictObject({
  /** Who answers for the pictures, as the law calls them: a company's full name. */
  controller: z.string().min(1).max(200),
  privacy_url: webUrl,
  terms_url: webUrl.optional(),
  /** Names of others who get the picture. */
  shared_with: z.array(z.string().min(1).max(100)).max(10).optional(),
  /** Where consent is withdrawn. */
  withdrawal_url: webUrl.optional(),
})
export type ConsentNotice = z.infer<typeof consentNoticeSchema>

/** Which words somebody agreed to, as it is kept. */
export interface GivenConsent {
  language?: string
  textVersion: string
  noticeVersion?: string
}

export const CONSENT_PURPOSES = ['authentication', 'enrolment'] as const

export const consentRecordSchema = z
  .object({
    given_on: z.iso.datetime(),
    purpose: z.enum(CONSENT_PURPOSES),
    language: z.string().optional().meta({ description: 'BCP 47, that the page spoke, as it says.' }),
    text_version: z.string().optional().meta({
      description: 'Of the words that were agreed to; absent: they were agreed to before that was kept.',
    }),
    notice_version: z.string().optional().meta({
      description:
        'Hash of what the journey adds: its `consent_notice` and its own texts. Absent: it added nothing, or consent is older. Equal hashes are equal words.',
    }),
  })
  .meta({ id: 'Consent' })
export type ConsentRecord = z.output<typeof consentRecordSchema>
