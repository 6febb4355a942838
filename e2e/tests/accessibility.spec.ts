import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/screens-test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const found = async (axe: AxeBuilder) => {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('every screen, light and dark: nothing that axe finds', async ({ everyScreen }) => {
  const before = async (page: Page) => {
    await page.setViewportSize({ width: 390, height: 844 })
    // What fades in has no contrast yet.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  }
  const look = async (page: Page, name: string) => {
    expect.soft(await found(new AxeBuilder({ page }).setLegacyMode().withTags(RULES)), name).toEqual([])
    // Only colours differ.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    const dark = new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast', 'link-in-text-block'])
    expect.soft(await found(dark), `${name}, dark`).toEqual([])
  }
  await everyScreen(look, { before })
})
