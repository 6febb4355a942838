import type { FrameLocator, Locator, Page } from '@playwright/test'

/**
 * What the vendor shows, wherever it is: a page of its own (`redirect`), a frame in ours (`frame`), or what its script
 * draws in a frame of an origin of its own (`vendor_sdk`). The sandboxes' pages share their test ids.
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
    return new VendorPage(page, page.frameLocator('iframe.vendor-frame'), 'sdk-')
  }

  /** Takes a picture by the vendor's camera. @param options how long to wait for its button, which may be gone by now */
  async take(options?: { timeout: number }): Promise<void> {
    await this.#root.getByTestId(`${this.#prefix}take`).click(options)
  }

  async cancel(): Promise<void> {
    const button = this.#root.getByTestId(`${this.#prefix}cancel`)
    // A moment later: it takes its own frame away, and with it whoever would tell that it was pressed.
    await button.evaluate((element: HTMLElement) => void setTimeout(() => element.click()))
  }

  status(): Locator {
    return this.#root.getByTestId(`${this.#prefix}status`)
  }
}
