import type { Locale } from '@visavis/shared/locales'
import { useEffect, useState } from 'react'
import type { HandoffCopy } from '../../i18n/handoff/handoff-copy.ts'
import { loadHandoffCopy } from '../../i18n/handoff/load-handoff-copy.ts'

/** `null` until it is here. A language that cannot be had becomes English. */
export const useHandoffCopy = (locale: Locale): HandoffCopy | null => {
  const [copy, setCopy] = useState<HandoffCopy | null>(null)
  useEffect(() => {
    let isGone = false
    loadHandoffCopy(locale)
      .catch(() => loadHandoffCopy('en'))
      .then(
        (loaded) => !isGone && setCopy(loaded),
        () => {},
      )
    return () => {
      isGone = true
    }
  }, [locale])
  return copy
}
