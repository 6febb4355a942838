import { chooseLocale } from '@visavis/shared/choose-locale'
import { createMessageFormatter } from '@visavis/shared/create-message-formatter'
import { directionOf, type Locale } from '@visavis/shared/locales'
import { useEffect, useState } from 'react'
import { type Language, loadLanguage } from '../../i18n/load-language.ts'
import type { Texts } from '../../i18n/override-copy.ts'
import type { ShownCapture } from '../follow-capture.ts'
import { useSelection } from './use-capture.ts'

interface Spoken extends Language {
  /** The journey's texts that are in it. */
  texts: Texts | undefined
}

/** With the journey's texts in place of the page's own; those of few journeys, so the code for it is a chunk. */
const withTexts = async (language: Language, texts: Texts | undefined, partner = ''): Promise<Spoken> => {
  if (!texts) return { ...language, texts }
  const { overrideCopy } = await import('../../i18n/override-copy.ts')
  const { locale, copy } = language
  const format = createMessageFormatter(locale, { partner: partner || copy.partnerFallback })
  return { locale, copy: overrideCopy(copy, texts, locale, format), texts }
}

/**
 * The language asked for, else the session's, else the browser's. `first` is spoken until the session is known, and
 * goes on being spoken when the other one cannot be loaded.
 */
export const useLanguage = (capture: ShownCapture, first: Language, asked?: string) => {
  const ofSession = useSelection(capture, ({ context }) => context.session?.locale)
  const copy = useSelection(capture, ({ context }) => context.session?.copy)
  const partner = useSelection(capture, ({ context }) => context.session?.partner_name)
  const texts = copy && Object.keys(copy).length > 0 ? copy : undefined
  const known = asked || ofSession
  const wanted = known ? chooseLocale([asked, ofSession, ...navigator.languages]) : first.locale
  const [language, setLanguage] = useState<Spoken>({ ...first, texts: undefined })
  const [missing, setMissing] = useState<Locale | null>(null)
  const { locale } = language
  const isSpoken = wanted === locale && texts === language.texts
  useEffect(() => {
    if (isSpoken) return
    let isGone = false
    const load = async () => {
      const plain = wanted === first.locale ? first : await loadLanguage(wanted)
      return withTexts(plain, texts, partner)
    }
    load().then(
      (loaded) => !isGone && setLanguage(loaded),
      () => !isGone && setMissing(wanted),
    )
    return () => {
      isGone = true
    }
  }, [isSpoken, wanted, texts, partner, first])
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = directionOf(locale)
  }, [locale])
  // Only at the beginning: a screen in use stays while its next language comes.
  const isLoading = language.copy === first.copy && !isSpoken && wanted !== missing
  return { language, texts, isLoading }
}
