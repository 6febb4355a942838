import { AxeBuilder } from '@axe-core/playwright'
import { OTHER_ORIGINS, openScreen, SCREEN_CASES } from '../fixtures/screen-cases.ts'
import { expect, test } from '../fixtures/test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const found = async (axe: AxeBuilder) => {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('every screen, light and dark: nothing that axe finds', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const first = await cameraPage(
    { scene: 'portrait' },
    { expectedStatuses: [401, 404, 422, 503], otherOrigins: OTHER_ORIGINS },
  )
  for (const screenCase of SCREEN_CASES) {
    await test.step(screenCase.name, async () => {
      const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
      const page = await first.context().newPage()
      await page.setViewportSize({ width: 390, height: 844 })
      // What fades in has no contrast yet.
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await openScreen(page, verificationUrl, screenCase)
      expect.soft(await found(new AxeBuilder({ page }).withTags(RULES)), screenCase.name).toEqual([])
      // Only colours differ.
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      const dark = new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block'])
      expect.soft(await found(dark), `${screenCase.name}, dark`).toEqual([])
      await page.close()
    })
  }
})
