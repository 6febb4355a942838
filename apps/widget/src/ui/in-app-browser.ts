/**
 * Browsers inside apps, which often have no camera to give. By the names they add to `User-Agent`; `; wv` is Android's
 * own sign of a WebView (Chrome for Developers, "WebView user agent").
 */
const IN_APP =
  /FBAN|FBAV|Instagram|Line\/|MicroMessenger|Snapchat|BytedanceWebview|musical_ly|LinkedInApp|Twitter|Pinterest|Android.*; wv\)/

export const isInAppBrowser = (userAgent: string): boolean => IN_APP.test(userAgent)

/**
 * The address that makes Android open the page in the person's own browser, fragment and all. Android looks for the
 * last `#Intent;` (Android reference, `Intent.parseUri`); elsewhere there is no such address.
 */
export const toIntentUrl = (userAgent: string, page: string): string | undefined => {
  if (!/Android/.test(userAgent)) return undefined
  const { protocol } = new URL(page)
  const scheme = protocol.slice(0, -1)
  return `intent${page.slice(scheme.length)}#Intent;scheme=${scheme};action=android.intent.action.VIEW;end`
}
