import puppeteer from 'puppeteer-core'
import { findProgram } from './find-program.ts'
import type { BrowserKind } from './types.ts'

const PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Blocks the camera without a question, as a person who said no once and for all. */
const PERMISSION_DENY = 2

const PREFERENCES = {
  'permissions.default.camera': PERMISSION_DENY,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

/** Firefox by WebDriver BiDi, which it speaks itself. */
export const firefox: BrowserKind = {
  name: 'Firefox',
  missing: () => (findProgram(PATHS) ? undefined : 'apt-get install firefox-esr'),
  start: async () => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findProgram(PATHS) ?? '',
      headless: true,
      extraPrefsFirefox: PREFERENCES,
    })
    const page = await browser.newPage()
    return {
      open: async (url) => {
        await page.goto(url, { waitUntil: 'domcontentloaded' })
      },
      // Not by a locator: with Firefox 140 its wait for the element to come to rest has no end.
      click: async (selector) => {
        const element = await page.waitForSelector(selector)
        await element?.click()
      },
      chooseFile: async (selector, path) => {
        const input = await page.waitForSelector(selector)
        await (input as NonNullable<Awaited<ReturnType<typeof page.$<'input'>>>>).uploadFile(path)
      },
      evaluate: (body) => page.evaluate(`(() => { ${body} })()`),
      url: async () => page.evaluate('location.href') as Promise<string>,
      close: () => browser.close(),
    }
  },
}
