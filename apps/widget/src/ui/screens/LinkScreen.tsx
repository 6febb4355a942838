import { isLinkInUse } from '../../flow/capture-errors.ts'
import { Badge } from '../components/Badge.tsx'
import type { LaterIconName } from '../components/LaterIcon.tsx'
import { Layout } from '../components/Layout.tsx'
import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

type Link = 'used' | 'expired' | 'replaced' | 'invalid' | 'inUse'

const ICONS: Readonly<Record<Link, LaterIconName>> = {
  used: 'check',
  expired: 'clock',
  replaced: 'retry',
  invalid: 'link',
  inUse: 'link',
}

/** In a frame the page around has its own way out. */
const hasPageBefore = () => window.parent === window && history.length > 1

/** A link that leads nowhere: why, and the way back where there is one. */
export const LinkScreen = ({ link: said }: { link: Exclude<Link, 'inUse'> }) => {
  const { copy, format } = useLaterCopy()
  const actor = useCaptureActor()
  const hasWayBack = useCaptureContext(({ next }) => next?.next === 'done' && next.redirect_url)
  const isElsewhere = useCaptureContext(({ error }) => isLinkInUse(error))
  const link = said === 'invalid' && isElsewhere ? 'inUse' : said
  const { title, text } = copy.link[link]
  return (
    <Layout
      screen={`link-${link === 'inUse' ? 'in-use' : link}`}
      title={title}
      badge={<Badge icon={ICONS[link]} />}
      actions={
        <>
          {hasWayBack && (
            <button
              type="button"
              className="button button-primary"
              onClick={() => actor.send({ type: 'return.requested' })}
            >
              {format(copy.back)}
            </button>
          )}
          {/* The other browser may have let go of it by now. */}
          {link === 'inUse' && (
            <button type="button" className="button button-primary" onClick={() => location.reload()}>
              {copy.again}
            </button>
          )}
          {said === 'invalid' && hasPageBefore() && (
            <button type="button" className="button" onClick={() => history.back()}>
              {copy.goBack}
            </button>
          )}
        </>
      }
    >
      <p className="lead">{text}</p>
    </Layout>
  )
}
