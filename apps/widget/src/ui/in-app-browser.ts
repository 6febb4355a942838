/**
 * `; wv` is Android's own sign of a WebView (Chrome for Developers, "WebView user agent"). On an iPhone or iPad every
 * browser ends as Safari does, and a view inside an app without it, unless the app says otherwise.
 */
const BARE_VIEW = /Android.*; wv\)|\((?:iPhone|iPad|iPod)(?!.* Safari\/)/

/** Apps that imitate a whole browser, and give themselves away by a name before it. */
const NAMED = /FBAN|FBAV|Line\/|MicroMessenger|Snapchat|LinkedInApp|Twitter/

/** Others add theirs at the end, as NAVER, KakaoTalk, Alipay or Threads do: whatever stands there, but for browsers that do so too. */
const AFTER_SAFARI =
  /Safari\/[\d.]+ (?!(?:Edg\w*|OPR|OPT|OPX|Ddg|Vivaldi|Whale|DuckDuckGo|Brave|Ecosia|Avast|Avira|AVG|CCleaner|Iron|Norton|Mobile|SE)\b)\w/

/** Whether this is a browser inside an app, which often has no camera to give. */
export const isInAppBrowser = (userAgent: string): boolean =>
  [BARE_VIEW, NAMED, AFTER_SAFARI].some((sign) => sign.test(userAgent))

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
