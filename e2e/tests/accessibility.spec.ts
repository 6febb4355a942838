import { AxeBuilder } from '@axe-core/playwright'
import { openScreen, SCREEN_CASES } from '../fixtures/screen-cases.ts'
import { expect, test } from '../fixtures/test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen, ${colorScheme}: nothing that axe finds`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const first = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [401, 503] })
    for (const screenCase of SCREEN_CASES) {
      await test.step(screenCase.name, async () => {
        const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
        const page = await first.context().newPage()
        await page.setViewportSize({ width: 390, height: 844 })
        // What fades in has no contrast yet.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await openScreen(page, verificationUrl, screenCase)
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        expect.soft(found, screenCase.name).toEqual([])
        await page.close()
      })
    }
  })
}
