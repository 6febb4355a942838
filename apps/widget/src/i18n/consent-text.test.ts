import { CONSENT_TEXT_VERSION } from '@visavis/shared/consent'
import { LOCALES } from '@visavis/shared/locales'
import { expect, it } from 'vitest'
import { loadLanguage } from './load-language.ts'
import { loadLaterCopy } from './load-later-copy.ts'

/** A record of consent names its words by this version: put what this test finds into `CONSENT_TEXT_VERSION`. */
it('the words that people agree to are those of the version that is kept with a consent', async () => {
  const all = await Promise.all(
    LOCALES.toSorted().map(async (locale) => {
      const { start } = (await loadLanguage(locale)).copy
      const { vendor, video, notice } = await loadLaterCopy(locale)
      return [locale, start.consent, start.enrolment.consent, vendor.consent, video.consent, notice]
    }),
  )
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(all)))
  const hash = Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
  expect(CONSENT_TEXT_VERSION).toBe(hash)
})
