import type { Locator, Page } from '@playwright/test'

/** Two digits, but not those. */
export const otherNumber = (number: string): string => String(10 + ((Number(number) - 9) % 90))

/** What a scanned code of a hand-off leads to. */
export class ClaimPage {
  readonly asking: Locator
  readonly invalid: Locator
  /** Why it does not go on; `data-code` says which reason. */
  readonly trouble: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.asking = page.getByTestId('claim-asking')
    this.invalid = page.getByTestId('claim-invalid')
    this.trouble = page.getByTestId('claim-trouble')
    this.#page = page
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  async type(number: string): Promise<void> {
    await this.asking.getByLabel('Number shown on the other device').fill(number)
    await this.asking.getByRole('button', { name: 'Continue' }).click()
  }

  /** Takes a link over from the device that shows code and number. */
  async takeOver({ url, number }: { url: string; number: string }): Promise<void> {
    await this.open(url)
    await this.type(number)
  }
}
