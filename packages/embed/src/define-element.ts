import type { EmbedTheme } from '@visavis/shared/embed-handshake'
import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import { showInline } from './show-inline.ts'
import type { Capture } from './types.ts'

const NAME = 'visavis-capture'

type EventOf<Type> = Extract<CaptureEvent, { type: Type }>

/** As in `capture.retry-required`; and without the dot, which templates and JSX cannot write: `capture-retry-required`. */
type Spellings<Type extends string> = Type extends `capture.${infer Name}` ? Type | `capture-${Name}` : never

/** What the element dispatches. */
export type VisavisCaptureEventMap = {
  [Event in CaptureEvent as Spellings<Event['type']>]: CustomEvent<EventOf<Event['type']>>
} & {
  /** The person is through with the frame, or `close()` was called, and it is gone. */
  'capture-closed': CustomEvent<null>
}

type Listener<Type extends keyof VisavisCaptureEventMap> = (
  this: VisavisCaptureElement,
  event: VisavisCaptureEventMap[Type],
) => unknown

/** `<visavis-capture>`: attributes `verification-url`, `locale`, `theme` and `label`, and properties of them. */
export interface VisavisCaptureElement extends HTMLElement {
  /** Goes before the attribute, and leaves no token in the page's markup. */
  verificationUrl: string
  /** BCP 47. Empty: what the attempt or the journey says, otherwise the browser's. */
  locale: string
  /** Empty: what the device prefers. */
  theme: EmbedTheme | ''
  /** What screen readers call the frame. Empty: `Visavis`. */
  label: string
  /** As if the person had chosen to go back: an attempt that is under way ends as aborted. */
  close(): void

  addEventListener<Type extends keyof VisavisCaptureEventMap>(
    type: Type,
    listener: Listener<Type>,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(...args: Parameters<HTMLElement['addEventListener']>): void
  removeEventListener<Type extends keyof VisavisCaptureEventMap>(
    type: Type,
    listener: Listener<Type>,
    options?: boolean | EventListenerOptions,
  ): void
  removeEventListener(...args: Parameters<HTMLElement['removeEventListener']>): void
}

declare global {
  interface HTMLElementTagNameMap {
    'visavis-capture': VisavisCaptureElement
  }
}

/** Attributes that are read as properties, too. */
const REFLECTED = ['locale', 'theme', 'label'] as const

/** Makes the element known, once. Does nothing on a server. */
export const defineElement = (): void => {
  if (typeof customElements === 'undefined' || customElements.get(NAME)) return

  class CaptureElement extends HTMLElement {
    static readonly observedAttributes = ['verification-url', ...REFLECTED]
    declare locale: string
    declare theme: EmbedTheme
    declare label: string
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
    close(): void {
      this.#capture?.close()
    }

    connectedCallback(): void {
      // What was set before the element was known hides the accessors.
      for (const [name, value] of Object.entries(this)) {
        Reflect.deleteProperty(this, name)
        Reflect.set(this, name, value)
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
      if (name === 'theme') this.#capture?.setTheme(this.theme || 'auto')
      if (name === 'verification-url') this.#restart()
    }

    #tell(name: string, detail?: unknown) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
    }
    #restart() {
      this.#capture?.remove()
      this.#capture = undefined
      if (!this.#isHere || !this.verificationUrl) return
      const capture = showInline(this.#root, this, (event) => {
        this.#tell(event.type, event)
        this.#tell(event.type.replace('.', '-'), event)
      })
      this.#capture = capture
      void capture.closed.then(() => {
        if (this.#capture === capture) this.#tell('capture-closed')
      })
    }
  }
  for (const name of REFLECTED) {
    Object.defineProperty(CaptureElement.prototype, name, {
      get(this: HTMLElement) {
        return this.getAttribute(name) ?? ''
      },
      set(this: HTMLElement, value?: string) {
        this.setAttribute(name, value ?? '')
      },
    })
  }
  customElements.define(NAME, CaptureElement)
}
