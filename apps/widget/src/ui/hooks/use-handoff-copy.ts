import type { Locale } from '@visavis/shared/locales'
import { useEffect, useState } from 'react'
import type { HandoffCopy } from '../../i18n/handoff-copy.ts'
import { loadHandoffCopy } from '../../i18n/load-handoff-copy.ts'

/** `null` until it is here; `failed` when it does not come. */
export const useHandoffCopy = (locale: Locale): HandoffCopy | 'failed' | null => {
  const [copy, setCopy] = useState<HandoffCopy | 'failed' | null>(null)
  useEffect(() => {
    let isGone = false
    loadHandoffCopy(locale).then(
      (loaded) => !isGone && setCopy(loaded),
      () => !isGone && setCopy('failed'),
    )
    return () => {
      isGone = true
    }
  }, [locale])
  return copy
}
