import type { Locator, Page } from '@playwright/test'

/** The demo's partner site. */
export class DemoPage {
  readonly decision: Locator
  readonly error: Locator
  readonly #page: Page
  readonly #url: string

  constructor(page: Page, url: string) {
    this.#page = page
    this.#url = url
    this.decision = page.getByTestId('demo-decision')
    this.error = page.getByTestId('demo-error')
  }

  async open(): Promise<void> {
    await this.#page.goto(`${this.#url}/demo`)
  }

  async enrol(photo: Buffer): Promise<void> {
    await this.#page
      .getByTestId('demo-enrol-file')
      .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo })
    await this.#page.getByTestId('demo-enrol-submit').click()
    await this.#page.getByTestId('demo-enrolled').waitFor()
  }

  /** Leads to the hosted page. */
  async signIn(): Promise<void> {
    await this.#page.getByTestId('demo-start').click()
    await this.#page.waitForURL('**/verify/**')
  }

  /** Waits for the decision the partner's own server read. */
  async readDecision(): Promise<string | null> {
    return this.decision.getAttribute('data-status')
  }
}
