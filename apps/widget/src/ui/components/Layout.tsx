import { type ReactNode, useEffect } from 'react'
import { useCaptureContext } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'
import { usePatience } from '../hooks/use-patience.ts'
import { mayTakeFocus } from '../may-take-focus.ts'
import type { Screen } from '../to-screen.ts'
import { WayOut } from './WayOut.tsx'

interface LayoutProps {
  /** A copied link has a face of its own on the screen of one that is not valid. */
  screen: Screen | 'link-in-use'
  title: string
  /** Under it the title may change without a word: what is said there is said elsewhere. */
  titleKey?: string
  /** Above the heading. */
  badge?: ReactNode
  /** Shows a way out in the bar. */
  onCancel?: () => void
  /** Buttons, at the bottom on a phone. */
  actions?: ReactNode
  /** Something is being waited for: after a while the screen says so, then offers a way out. */
  isWaiting?: boolean
  /** In place of the usual words for a wait that is long. */
  slowText?: string
  children?: ReactNode
}

/** A new screen announces itself by its heading (WCAG 2.2, 2.4.3). */
const focusHeading = (heading: HTMLHeadingElement | null) => {
  if (mayTakeFocus()) heading?.focus({ preventScroll: true })
  scrollTo(0, 0)
}

/** Whose link it is, as the server says in the hosted page; also where the link is not valid. */
const readPartner = () => document.querySelector<HTMLMetaElement>('[name=visavis-partner]')?.content

/** Frame of every screen: who asks, a heading that takes the focus, the content, the buttons. */
export const Layout = ({
  screen,
  title,
  titleKey = title,
  badge,
  onCancel,
  actions,
  isWaiting = false,
  slowText,
  children,
}: LayoutProps) => {
  const patience = usePatience(isWaiting)
  const { copy, partner, format } = useCopy()
  const hasSession = useCaptureContext(({ session }) => session !== null)
  const logo = useCaptureContext(({ session }) => session?.theme.logo)
  const documentTitle = hasSession ? format(copy.documentTitle, { title }) : title
  useEffect(() => {
    document.title = documentTitle
  }, [documentTitle])

  return (
    <main className="page" data-testid={`screen-${screen}`} data-screen={screen}>
      <header className="bar">
        {logo ? (
          <img className="logo" src={logo} alt={partner} />
        ) : (
          <span className="partner">{hasSession ? partner : readPartner()}</span>
        )}
        {onCancel && (
          <button type="button" className="link-button" onClick={onCancel}>
            {copy.cancel}
          </button>
        )}
      </header>
      <div className="content">
        {badge}
        <h1 key={titleKey} ref={focusHeading} tabIndex={-1}>
          {title}
        </h1>
        {children}
        {isWaiting && (
          <p className="slow" role="status" data-testid="slow">
            {patience === 'short' ? '' : (slowText ?? copy.slow)}
          </p>
        )}
      </div>
      {(actions || patience === 'spent') && (
        <div className="actions">
          {actions}
          {patience === 'spent' && <WayOut />}
        </div>
      )}
    </main>
  )
}
