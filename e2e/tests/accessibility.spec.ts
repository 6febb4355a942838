import type { Page } from '@playwright/test'
import { findViolations } from '../fixtures/find-violations.ts'
import { expect, test } from '../fixtures/screens-test.ts'
import { findKeyboardTrouble } from '../fixtures/walk-by-keyboard.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test('every screen, light and dark: nothing that axe finds, and every control by keyboard', async ({
  everyScreen,
}) => {
  const before = async (page: Page) => {
    await page.setViewportSize({ width: 390, height: 844 })
    // What fades in has no contrast yet.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  }
  const look = async (page: Page, name: string) => {
    expect.soft(await findViolations(page, (axe) => axe.withTags(RULES)), name).toEqual([])
    expect.soft(await findKeyboardTrouble(page), `${name}, by keyboard`).toEqual([])
    // Only colours differ.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    const dark = await findViolations(page, (axe) => axe.withRules(['color-contrast', 'link-in-text-block']))
    expect.soft(dark, `${name}, dark`).toEqual([])
  }
  await everyScreen(look, { before })
})
