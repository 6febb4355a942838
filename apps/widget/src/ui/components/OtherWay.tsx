import { useCaptureContext } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'

/**
 * The way to the same end without a face, where the journey has one (EN 301 549 §5.3). From a frame in a tab of its own:
 * the page around keeps its place, and may not let a frame lead it away at all.
 */
export const OtherWay = () => {
  const { copy } = useCopy()
  const url = useCaptureContext(({ session }) => session?.alternative_url)
  if (!url) return null
  return (
    <a
      className="button button-quiet"
      data-testid="other-way"
      href={url}
      target={window.parent === window ? '_self' : '_blank'}
      rel="noopener"
    >
      {copy.otherWay}
    </a>
  )
}
