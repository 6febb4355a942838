import { describe, expect, it } from 'vitest'
import { isInAppBrowser, toIntentUrl } from './in-app-browser.ts'

const INSTAGRAM =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22C152 Instagram 361.0.0.35.82'
const WEBVIEW =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36'
const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'

/** Apps and browsers as they call themselves. */
const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko)'
const APPS = {
  'a bare WKWebView': `${IOS} Mobile/15E148`,
  'KakaoTalk on iOS': `${IOS} Mobile/15E148 KAKAOTALK 10.8.5`,
  'NAVER on iOS': `${IOS} Version/17.5 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 1010; 12.6.1)`,
  'NAVER on Android': `${ANDROID} Version/4.0 Chrome/124.0.0.0 Mobile Safari/537.36 NAVER(inapp; search; 2000; 12.6.2)`,
  'Threads on iOS': `${IOS} Mobile/21F79 Barcelona 334.0.0.22.92`,
  'TikTok on Android': `${ANDROID.replace(')', '; wv)')} Version/4.0 Chrome/124.0.0.0 Mobile Safari/537.36 trill_340 BytedanceWebview/d8a21c6`,
  'Alipay on iOS': `${IOS} Mobile/21F79 NebulaSDK/1.8.100112 Nebula AlipayDefined(nt:WIFI) AliApp(AP/10.5.96) AlipayClient/10.5.96`,
  WeChat: `${ANDROID} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MicroMessenger/8.0.49`,
  'Facebook on iOS': `${IOS} Mobile/21F79 [FBAN/FBIOS;FBAV/464.0.0;FBDV/iPhone14,5]`,
}
const BROWSERS = {
  'Chrome on iOS': `${IOS} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`,
  'Firefox on iOS': `${IOS} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`,
  'Edge on Android': `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36 EdgA/124.0.2478.64`,
  'Edge on Windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0',
  'Opera on Android': `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36 OPR/82.0.0.0`,
  'Opera on iOS': `${IOS} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.0`,
  'DuckDuckGo on iOS': `${IOS} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15 Ddg/17.5`,
  'Samsung Internet': `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
}

const LINK = 'https://id.example/verify/fatp_a#TOKEN'

describe('browsers inside apps', () => {
  it.each([INSTAGRAM, WEBVIEW])('%s', (userAgent) => expect(isInAppBrowser(userAgent)).toBe(true))
  it.each(Object.entries(APPS))('%s', (_, userAgent) => expect(isInAppBrowser(userAgent)).toBe(true))
  it.each(Object.entries(BROWSERS))('not %s', (_, userAgent) => expect(isInAppBrowser(userAgent)).toBe(false))
  it.each([CHROME, SAFARI, FIREFOX])('not %s', (userAgent) => expect(isInAppBrowser(userAgent)).toBe(false))

  it('have a way out on Android that keeps the whole link', () => {
    const url = toIntentUrl(WEBVIEW, LINK) ?? ''
    expect(url).toBe(
      'intent://id.example/verify/fatp_a#TOKEN#Intent;scheme=https;action=android.intent.action.VIEW;end',
    )
    // As Android reads it: what stands before the last "#".
    expect(`https${url.slice('intent'.length, url.lastIndexOf('#'))}`).toBe(LINK)
    expect(toIntentUrl(INSTAGRAM, LINK)).toBeUndefined()
  })
})
