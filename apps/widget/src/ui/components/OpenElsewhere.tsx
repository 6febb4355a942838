import { useEffect, useState } from 'react'
import { releaseLink } from '../../api/release-link.ts'
import { LINK_SECRET, toOwnLink } from '../../own-link.ts'
import { useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { isInAppBrowser, toIntentUrl } from '../in-app-browser.ts'

/**
 * In a browser inside an app, or one that knows of no camera at all: a way to the person's own, where the same link goes on.
 * Otherwise nothing.
 */
export const OpenElsewhere = () => {
  const { copy } = useLaterCopy()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const { userAgent, clipboard } = navigator
  const isWithout = useCaptureContext(({ cameraFailure }) => cameraFailure === 'unsupported')
  // A page in a frame has no address of its own that would lead anywhere.
  const isShown = (isWithout || isInAppBrowser(userAgent)) && window.parent === window
  useEffect(() => {
    // The link is this browser's: the person's own could not open it.
    if (isShown) void releaseLink(LINK_SECRET)
  }, [isShown])
  if (!isShown) return null
  const { elsewhere } = copy.fallback
  const intent = toIntentUrl(userAgent, toOwnLink())
  const copyLink = async () => {
    try {
      await clipboard.writeText(toOwnLink())
      setOutcome('copied')
    } catch {
      // No clipboard, or not for this app: the link itself can still be held and copied.
      setOutcome('refused')
    }
  }
  if (intent) {
    return (
      <a className="button" href={intent}>
        {elsewhere.open}
      </a>
    )
  }
  return (
    <>
      <button type="button" className="button" onClick={() => void copyLink()}>
        {elsewhere.copy}
      </button>
      <p className="hint" role="status">
        {outcome === 'copied' && <span>{elsewhere.copied}</span>}
        {outcome === 'refused' && <bdi className="own-link">{toOwnLink()}</bdi>}
      </p>
    </>
  )
}
