import type { FormatMessage } from '@visavis/shared/create-message-formatter'
import { useEffect, useState } from 'react'
import type { LaterCatalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/load-language.ts'
import type { Texts } from '../../i18n/override-copy.ts'

type Module = typeof import('../later-screens.tsx')

interface Later {
  screens: Module['LATER_SCREENS']
  Controls: Module['CameraControls']
  copy: LaterCatalogue
}

const load = async (
  locale: Language['locale'],
  texts: Texts | undefined,
  format: FormatMessage,
): Promise<Later> => {
  const [{ LATER_SCREENS: screens, CameraControls: Controls }, { loadLaterCopy }] = await Promise.all([
    import('../later-screens.tsx'),
    import('../../i18n/load-later-copy.ts'),
    // Here before there is a picture: by then the line may be gone, and some browsers never ask again.
    import('../../api/upload-picture.ts'),
  ])
  const copy = await loadLaterCopy(locale)
  if (!texts) return { screens, Controls, copy }
  const { overrideCopy } = await import('../../i18n/override-copy.ts')
  return { screens, Controls, copy: overrideCopy(copy, texts, locale, format) }
}

/**
 * The later screens and their words once they are wanted; `failed` when the line broke meanwhile. While another
 * language comes they stay in the one before.
 */
export const useLater = (
  isWanted: boolean,
  { locale }: Language,
  texts: Texts | undefined,
  format: FormatMessage,
): Later | 'failed' | null => {
  const [later, setLater] = useState<Later | 'failed' | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    load(locale, texts, format).then(
      (loaded) => !isGone && setLater(loaded),
      () => !isGone && setLater((before) => before ?? 'failed'),
    )
    return () => {
      isGone = true
    }
  }, [isWanted, locale, texts, format])
  return later
}
