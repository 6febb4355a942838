import type { EmbedTheme } from '@visavis/shared/embed-handshake'
import { showInline } from './show-inline.ts'
import type { Capture } from './types.ts'

const NAME = 'visavis-capture'

/** `<visavis-capture>`: attributes `verification-url`, `locale`, `theme`; events named as those of a capture. */
export interface VisavisCaptureElement extends HTMLElement {
  /** Goes before the attribute, and leaves no token in the page's markup. */
  verificationUrl: string
}

/** Makes the element known, once. Does nothing on a server. */
export const defineElement = (): void => {
  if (typeof customElements === 'undefined' || customElements.get(NAME)) return

  class CaptureElement extends HTMLElement implements VisavisCaptureElement {
    static readonly observedAttributes = ['verification-url', 'locale', 'theme']
    readonly #root = this.attachShadow({ mode: 'open' })
    #url: string | undefined
    /** Not `isConnected`: an element that is made known in the page gets its attributes first, and would load twice. */
    #isHere = false
    #capture: Capture | undefined

    get verificationUrl(): string {
      return this.#url ?? this.getAttribute('verification-url') ?? ''
    }
    set verificationUrl(url: string) {
      this.#url = url
      this.#restart()
    }

    connectedCallback(): void {
      // Set before the element was known: it would hide the accessor.
      if (Object.hasOwn(this, 'verificationUrl')) {
        const url = this.verificationUrl
        Reflect.deleteProperty(this, 'verificationUrl')
        this.#url = url
      }
      this.#isHere = true
      this.#restart()
    }
    disconnectedCallback(): void {
      this.#isHere = false
      this.#restart()
    }
    attributeChangedCallback(name: string, _: string | null, value: string | null): void {
      if (name === 'locale' && value) this.#capture?.setLocale(value)
      else if (name === 'theme') this.#capture?.setTheme(this.#theme ?? 'auto')
      else if (name === 'verification-url') this.#restart()
    }

    get #theme() {
      return (this.getAttribute('theme') ?? undefined) as EmbedTheme | undefined
    }
    #restart() {
      const { verificationUrl } = this
      this.#capture?.remove()
      if (!this.#isHere || !verificationUrl) return
      const locale = this.getAttribute('locale') ?? undefined
      const title = this.title || undefined
      const options = { verificationUrl, locale, title, theme: this.#theme }
      this.#capture = showInline(this.#root, options, (detail) =>
        this.dispatchEvent(new CustomEvent(detail.type, { detail, bubbles: true })),
      )
    }
  }
  customElements.define(NAME, CaptureElement)
}
