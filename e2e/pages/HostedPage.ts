import type { Frame, Locator, Page } from '@playwright/test'

export type Screen =
  | 'start'
  | 'video-start'
  | 'vendor-start'
  | 'camera'
  | 'turn'
  | 'turn-ways'
  | 'denied'
  | 'handoff'
  | 'upload'
  | 'retry'
  | 'done'
  | 'link-used'
  | 'link-replaced'
  | 'link-expired'
  | 'link-invalid'
  | 'link-in-use'
  | 'problem'
  | 'vendor-start'
  | 'vendor-frame'

/** The page an applicant sees, on its own or in a frame. */
export class HostedPage {
  /** One line of advice; `data-code` says which. */
  readonly guidance: Locator
  /** Why the chosen file cannot be used; `data-code` says which reason. */
  readonly photoIssue: Locator
  readonly #page: Page | Frame

  constructor(page: Page | Frame) {
    this.#page = page
    this.guidance = page.getByTestId('guidance')
    this.photoIssue = page.getByTestId('photo-issue')
  }

  screen(name: Screen): Locator {
    return this.#page.getByTestId(`screen-${name}`)
  }

  async open(verificationUrl: string): Promise<void> {
    await this.#page.goto(verificationUrl)
  }

  /** Agrees and lets the camera on. */
  async begin(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Agree and start' }).click()
  }

  /** A busy machine turns the head late, as some people do: what the page offers then is taken each time. */
  async keepTrying(): Promise<void> {
    const page = 'addLocatorHandler' in this.#page ? this.#page : this.#page.page()
    for (const name of ['I need more time', 'Try again']) {
      const offer = this.#page.getByRole('button', { name, exact: true })
      await page.addLocatorHandler(offer, () => offer.click())
    }
  }

  /** Agrees and goes where a vendor takes the picture. */
  async beginAtVendor(): Promise<void> {
    await this.screen('vendor-start').getByRole('button', { name: 'Agree and start' }).click()
  }

  async refuse(): Promise<void> {
    await this.screen('start').getByRole('button', { name: 'No thanks' }).click()
  }

  /** Asks to go on with another device. */
  async usePhone(): Promise<void> {
    await this.#page.getByTestId('use-phone').click()
  }

  /** What a person would scan and read. */
  async readHandoff(): Promise<{ url: string; number: string; digits: string }> {
    const read = async (what: string) => (await this.#page.getByTestId(`handoff-${what}`).textContent()) ?? ''
    const url = await this.#page.getByTestId('handoff-code').getAttribute('data-url')
    return { url: url ?? '', number: await read('number'), digits: await read('digits') }
  }

  /** Gives a file instead of the camera's picture. */
  async choosePhoto(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.#page.locator('input[type=file]').setInputFiles(file)
  }
}
