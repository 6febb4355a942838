import type { Page } from '@playwright/test'
import { present } from '../fixtures/present.ts'
import { expect, test } from '../fixtures/test.ts'

// As its sister `liveness.spec.ts`: the head has to turn in time.
test.describe.configure({ retries: 3 })

/** What a screen reader says of the page from now on: live regions, and what gets the focus. */
const listen = async (page: Page) => {
  const heard = { said: [] as string[], focused: [] as string[] }
  await page.exposeFunction('hear', (kind: keyof typeof heard, text: string) => heard[kind].push(text))
  await page.evaluate(() => {
    const { hear } = window as unknown as { hear: (kind: string, text: string) => void }
    const wordsOf = (target: EventTarget | null) =>
      target instanceof Element ? (target.getAttribute('aria-label') ?? target.textContent ?? '') : ''
    const last = new Map<Element, string>()
    const look = () => {
      for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
        const text = wordsOf(region)
        if (text !== (last.get(region) ?? '') && text) hear('said', text)
        last.set(region, text)
      }
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    addEventListener('focusin', ({ target }) => hear('focused', wordsOf(target)))
  })
  return heard
}

const STEPS = ['Voice guidance and tones', 'I can’t turn my head']

for (const [what, tabs, then] of [
  ['the keyboard keeps its place', 1, []],
  ['where that goes the heading takes the focus', 2, ['Look at the camera']],
] as const) {
  test(`head: each step is said once, in order, and ${what}`, async ({
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { hosted, page, back } = await present('head', { cameraPage, partner, partnerSite })
    const { said, focused } = await listen(page)
    await expect(hosted.screen('turn').getByRole('switch')).toBeVisible()
    for (let tab = 0; tab < tabs; tab += 1) await page.keyboard.press('Tab')
    await expect(back).toBeVisible()
    const turn = expect.stringMatching(/^Slowly turn your head to your (left|right)$/)
    const good = 'Good. Now look straight ahead'
    expect(said.slice(said.findIndex((text) => text.startsWith('Next')))).toEqual([
      'Next, we’ll ask you to turn your head a little, twice',
      'Look straight at the camera',
      turn,
      good,
      turn,
      good,
      'Hold still…',
    ])
    const expected = [...STEPS.slice(0, tabs), ...then, 'Sending your photo']
    const from = focused.indexOf('Voice guidance and tones')
    expect(focused.slice(from, from + expected.length)).toEqual(expected)
  })
}
