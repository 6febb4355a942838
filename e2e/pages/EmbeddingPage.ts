import { expect, type Frame, type Page } from '@playwright/test'
import type { CaptureEventType } from '@visavis/shared/embed-protocol'
import { HostedPage } from './HostedPage.ts'

interface Heard {
  type: CaptureEventType | 'closed' | 'dialog.close-requested'
  [field: string]: unknown
}

/** A partner's page with one or more capture frames in it. */
export class EmbeddingPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  /** Frames of Visavis, in the order they came. They may be in shadow roots that nobody looks into. */
  frames(): Frame[] {
    return this.#page.frames().filter((frame) => /^https?:\/\/[^/]+\/frame\//.test(frame.url()))
  }

  /** Waits for a frame and gives the page in it. */
  async capture(index = 0): Promise<HostedPage> {
    return new HostedPage(await this.frame(index))
  }

  async frame(index = 0): Promise<Frame> {
    await expect.poll(() => this.frames().length).toBeGreaterThan(index)
    const frame = this.frames()[index]
    if (!frame) throw new Error(`no frame ${index}`)
    return frame
  }

  heard(): Promise<Heard[]> {
    return this.#page.evaluate(() => (window as unknown as { heard: Heard[] }).heard)
  }

  /** Types of the events so far, without those that come at any time. */
  async types(): Promise<string[]> {
    const anytime = ['capture.guidance', 'capture.resized']
    return (await this.heard()).map(({ type }) => type).filter((type) => !anytime.includes(type))
  }

  /** Waits for an event. */
  async hear(type: Heard['type']): Promise<Heard> {
    await expect.poll(() => this.types()).toContain(type)
    const event = (await this.heard()).find((heard) => heard.type === type)
    if (!event) throw new Error(`no ${type}`)
    return event
  }
}
