import type { FrameLocator, Locator, Page } from '@playwright/test'

/**
 * What the vendor shows, wherever it is: a page of its own (`redirect`), a frame in ours (`frame`), or what its script
 * draws over ours (`vendor_sdk`). The sandboxes' pages share their test ids.
 */
export class VendorPage {
  /** Our page around the vendor's frame or script. */
  readonly around: Locator
  readonly #root: Page | FrameLocator
  readonly #prefix: string

  private constructor(page: Page, root: Page | FrameLocator, prefix: string) {
    this.around = page.getByTestId('screen-vendor-frame')
    this.#root = root
    this.#prefix = prefix
  }

  static onItsOwn(page: Page): VendorPage {
    return new VendorPage(page, page, '')
  }

  static inFrame(page: Page): VendorPage {
    return new VendorPage(page, page.frameLocator('iframe.vendor-frame'), '')
  }

  static byScript(page: Page): VendorPage {
    return new VendorPage(page, page, 'sdk-')
  }

  /** Takes a picture by the vendor's camera. @param options how long to wait for its button, which may be gone by now */
  async take(options?: { timeout: number }): Promise<void> {
    await this.#root.getByTestId(`${this.#prefix}take`).click(options)
  }

  async cancel(): Promise<void> {
    await this.#root.getByTestId(`${this.#prefix}cancel`).click()
  }

  status(): Locator {
    return this.#root.getByTestId(`${this.#prefix}status`)
  }
}
