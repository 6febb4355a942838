type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
type Frame = Pick<Window, 'addEventListener' | 'removeEventListener'>

/**
 * Tells whether the page is seen, at once and whenever that changes, until what it returns is called. Some phones bring
 * a page back without `visibilitychange`, from the back-forward cache for one (HTML §7.4.6): hence the others.
 */
export const watchPage = (
  onChange: (isShown: boolean) => void,
  page: Page = document,
  frame: Frame = window,
): (() => void) => {
  const tell = () => onChange(page.visibilityState === 'visible')
  const hide = () => onChange(false)
  page.addEventListener('visibilitychange', tell)
  frame.addEventListener('pageshow', tell)
  frame.addEventListener('focus', tell)
  frame.addEventListener('pagehide', hide)
  tell()
  return () => {
    page.removeEventListener('visibilitychange', tell)
    frame.removeEventListener('pageshow', tell)
    frame.removeEventListener('focus', tell)
    frame.removeEventListener('pagehide', hide)
  }
}
