import type { ConsentRecord, GivenConsent } from '@visavis/shared/consent'
import { given } from '../../http/view-parts.ts'

/** @param consent `null`: given before its words were kept */
export const toConsentView = (
  purpose: ConsentRecord['purpose'],
  givenOn: Date,
  consent: GivenConsent | null,
): ConsentRecord => ({
  given_on: givenOn.toISOString(),
  purpose,
  ...given('language', consent?.language ?? null),
  ...given('text_version', consent?.textVersion ?? null),
  ...given('notice_version', consent?.noticeVersion ?? null),
})
