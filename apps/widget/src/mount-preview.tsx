import type { Locale } from '@visavis/shared/locales'
import { createRoot } from 'react-dom/client'
import { followConsole } from './bridge/follow-console.ts'
import { loadLanguage } from './i18n/load-language.ts'
import { App } from './ui/App.tsx'
import type { ShownCapture } from './ui/follow-capture.ts'
import { showTheme } from './ui/preview/show-theme.ts'
import { listTexts } from './ui/preview/to-icu.ts'
import { toSnapshot } from './ui/preview/to-snapshot.ts'
import './ui/styles/index.css'

/** All that the page says in a language. */
const readTexts = async (locale: Locale): Promise<Record<string, string>> => {
  const [{ copy }, { loadLaterCopy }] = await Promise.all([
    loadLanguage(locale),
    import('./i18n/load-later-copy.ts'),
  ])
  return Object.fromEntries([...listTexts(copy), ...listTexts(await loadLaterCopy(locale))])
}

/**
 * The capture page's own screens as the console says, for whoever edits a journey. Nothing runs behind them: the flow is
 * a picture of itself, whose buttons do nothing.
 */
export const mountPreview = async () => {
  const host = document.getElementById('root')
  if (!host) throw new Error('the page has no root')
  const first = await loadLanguage('en')
  const root = createRoot(host)
  const listeners = new Set<() => void>()
  const video = document.createElement('video')
  let snapshot: ReturnType<ShownCapture['getSnapshot']> | undefined
  let told: string | undefined

  const capture: ShownCapture = {
    send: () => {},
    stop: () => {},
    getSnapshot: () => {
      if (!snapshot) throw new Error('nothing is shown yet')
      return snapshot
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }

  const tell = followConsole((look) => {
    showTheme(look.session.theme, look.scheme)
    const isFirst = snapshot === undefined
    snapshot = toSnapshot(look, video)
    if (isFirst) root.render(<App capture={capture} first={first} />)
    for (const onChange of listeners) onChange()
    const { locale } = look
    if (told === locale) return
    told = locale
    void readTexts(locale).then((texts) => tell({ type: 'preview.texts', locale, texts }))
  })
}
