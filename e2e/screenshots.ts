/**
 * `pnpm screenshots [NAME…]`: every screen of the capture page in three languages, light and dark, into `screenshots/`,
 * and contact sheets of them. `pnpm screenshots --update`: the pictures that the tests compare. After `pnpm build`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import { portraitPhoto } from '@visavis/testing/camera'
import { startBff } from '../scripts/start-bff.ts'
import { makeSheet } from './fixtures/make-sheet.ts'
import { openBrowser } from './fixtures/open-browser.ts'
import { createPartner, type Partner } from './fixtures/partner.ts'
import { openPartnerSite } from './fixtures/partner-site.ts'
import { openScreen, SCREEN_CASES, type ScreenCase } from './fixtures/screen-cases.ts'
import { DESKTOP, LOCALES, type Look, PHONE, SMALLEST } from './fixtures/screenshot-looks.ts'
import { updatePictures } from './update-pictures.ts'

const FOLDER = fileURLToPath(new URL('../screenshots/', import.meta.url))

interface LocalLook extends Omit<Look, 'name'> {
  locale: string
}

const LOOKS: readonly LocalLook[] = [
  ...LOCALES.flatMap((locale): LocalLook[] => [
    { locale, colorScheme: 'light', viewport: PHONE },
    { locale, colorScheme: 'dark', viewport: PHONE },
  ]),
  { locale: 'de', colorScheme: 'light', viewport: SMALLEST },
  { locale: 'en', colorScheme: 'light', viewport: DESKTOP },
]

const nameOf = ({ locale, colorScheme, viewport }: LocalLook): string =>
  `${locale}-${colorScheme}-${viewport.width}`

/** The whole page, also what has to be scrolled to. */
const take = async (
  browser: Browser,
  link: string,
  screenCase: ScreenCase,
  look: LocalLook,
): Promise<Buffer> => {
  const { viewport, colorScheme, locale } = look
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale,
    reducedMotion: 'reduce',
    permissions: ['camera'],
  })
  try {
    const page = await context.newPage()
    await openScreen(page, link, screenCase, { locale, partner_name: 'Harbour Bank' })
    return await page.screenshot({ fullPage: true })
  } finally {
    await context.close()
  }
}

const startAttempt = async (partner: Partner, applicantId: string, redirectUrl: string): Promise<string> =>
  (await partner.start(applicantId, redirectUrl)).verificationUrl

const takeAll = async (cases: readonly ScreenCase[]): Promise<void> => {
  /** Hundreds of pages from one address. */
  const bff = await startBff({ env: { RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_PARTNER: '0' } })
  const site = await openPartnerSite()
  const { browser, close } = await openBrowser({ scene: 'portrait' })
  try {
    const partner = await createPartner(bff, site)
    const applicantId = await partner.enrol(await portraitPhoto('ada'))
    await rm(FOLDER, { recursive: true, force: true })
    for (const look of LOOKS) {
      const folder = join(FOLDER, nameOf(look))
      await mkdir(folder, { recursive: true })
      const pictures: Buffer[] = []
      for (const screenCase of cases) {
        const link = await startAttempt(partner, applicantId, site.redirectUrl)
        const picture = await take(browser, link, screenCase, look)
        await writeFile(join(folder, `${screenCase.name}.png`), picture)
        pictures.push(picture)
      }
      await makeSheet(pictures, join(FOLDER, `sheet-${nameOf(look)}.png`))
      process.stdout.write(`${nameOf(look)}: ${pictures.length} screens\n`)
    }
  } finally {
    await close()
    await site.close()
    await bff.stop()
  }
}

const wanted = process.argv.slice(2)
if (wanted.includes('--update')) process.exitCode = (await updatePictures(FOLDER)) ? 0 : 1
else await takeAll(SCREEN_CASES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
