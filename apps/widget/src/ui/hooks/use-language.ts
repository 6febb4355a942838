import { chooseLocale } from '@visavis/shared/choose-locale'
import { directionOf, type Locale } from '@visavis/shared/locales'
import { useEffect, useState } from 'react'
import type { CaptureActor } from '../../capture/create-capture.ts'
import { type Language, loadLanguage } from '../../i18n/load-language.ts'
import { useSelection } from './use-capture.ts'

/**
 * The language asked for, else the session's, else the browser's. `first` is spoken until the session is known, and
 * goes on being spoken when the other one cannot be loaded.
 */
export const useLanguage = (capture: CaptureActor, first: Language, asked?: string) => {
  const ofSession = useSelection(capture, ({ context }) => context.session?.locale)
  const known = asked || ofSession
  const wanted = known ? chooseLocale([asked, ofSession, ...navigator.languages]) : first.locale
  const [language, setLanguage] = useState(first)
  const [missing, setMissing] = useState<Locale | null>(null)
  const { locale } = language
  useEffect(() => {
    if (wanted === locale) return
    let isGone = false
    loadLanguage(wanted).then(
      (loaded) => !isGone && setLanguage(loaded),
      () => !isGone && setMissing(wanted),
    )
    return () => {
      isGone = true
    }
  }, [wanted, locale])
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = directionOf(locale)
  }, [locale])
  // Only at the beginning: a screen in use stays while its next language comes.
  return { language, isLoading: language === first && wanted !== locale && wanted !== missing }
}
