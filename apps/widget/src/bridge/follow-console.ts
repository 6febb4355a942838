import type { PreviewLook, PreviewNews } from '@visavis/shared/capture-preview'

/** The console around a preview: a page of our own origin, or nobody. @returns how to tell it something */
export const followConsole = (onLook: (look: PreviewLook) => void): ((news: PreviewNews) => void) => {
  const { parent, location } = window
  const tell = (news: PreviewNews) => parent.postMessage(news, location.origin)
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || parent === window || origin !== location.origin) return
    if (data?.type === 'preview.show') onLook(data)
  })
  tell({ type: 'preview.ready' })
  return tell
}
