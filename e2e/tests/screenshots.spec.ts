import { readdir } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { CONSOLE_ANSWERS } from '../fixtures/console-answers.ts'
import { comparePictures, test } from '../fixtures/reference-test.ts'
import { openScreen, SCREEN_CASES } from '../fixtures/screen-cases.ts'
import {
  CONSOLE_LOOKS,
  CONSOLE_PAGES,
  LOCALES,
  listPictures,
  looksOf,
  PICTURES,
} from '../fixtures/screenshot-looks.ts'
import { openStillPages } from '../fixtures/still-page.ts'
import { expect } from '../fixtures/test.ts'

/*
 * The reference is npm's Chromium, with fonts from npm, and not Debian's: that one draws differently after a security
 * update, and with the fonts that somebody has. This one is the same on every machine until the lock file changes.
 */

/** One is drawn while the other is compared. */
const PAGES_AT_ONCE = 2

/** Two processors that others use, too. */
const TIMEOUT_MS = 480_000

// What only a second try gets right does not stand still.
test.describe.configure({ retries: 0 })

test('every screen of the capture page looks as it did', async ({
  applicantId,
  partner,
  partnerSite,
  reference,
}) => {
  test.setTimeout(TIMEOUT_MS)
  const visitIn = async (locale: string, browser: Browser) => {
    const pages = await openStillPages(browser, locale)
    const cases = SCREEN_CASES.filter((each) => looksOf(locale, each).length > 0).values()
    const walk = async () => {
      for (const screenCase of cases) {
        await test.step(`${screenCase.name}, ${locale}`, async () => {
          const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
          const page = await pages.open(screenCase.ready)
          await openScreen(page, verificationUrl, screenCase, { locale, partner_name: 'Harbour Bank' })
          await comparePictures(page, screenCase.name, looksOf(locale, screenCase))
          await page.close()
        })
      }
    }
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, walk))
    await pages.close()
  }
  for (const locale of LOCALES) await visitIn(locale, reference)
})

test('the console looks as it did', async ({ bff, reference }) => {
  const context = await reference.newContext({ locale: 'en', timezoneId: 'UTC', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.clock.setFixedTime('2026-03-02T10:00:00Z')
  // Nobody is, on the first page.
  let isSignedIn = false
  await page.route('**/console/api/**', (route) => {
    const path = new URL(route.request().url()).pathname.slice('/console/api'.length)
    if (path === '/sign-in') return route.fulfill({ json: {} })
    return isSignedIn ? route.fulfill({ json: CONSOLE_ANSWERS[path] }) : route.continue()
  })
  for (const [name, [path, heading]] of Object.entries(CONSOLE_PAGES)) {
    await test.step(name, async () => {
      await page.goto(`${bff.url}/console${path}`)
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
      await page.waitForLoadState('networkidle')
      await comparePictures(page, name, CONSOLE_LOOKS)
      isSignedIn = true
    })
  }
  await context.close()
})

test('no picture is kept of what is no longer compared', async () => {
  const kept = (await readdir(PICTURES, { recursive: true })).filter((name) => name.endsWith('.webp'))
  expect(kept.sort()).toEqual(listPictures().sort())
})
