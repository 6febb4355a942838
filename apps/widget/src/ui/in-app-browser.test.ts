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

const LINK = 'https://id.example/verify/fatp_a#TOKEN'

describe('browsers inside apps', () => {
  it.each([INSTAGRAM, WEBVIEW])('%s', (userAgent) => expect(isInAppBrowser(userAgent)).toBe(true))
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
