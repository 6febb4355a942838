/**
 * The little that every browser's own remote control can do alike. Playwright drives patched builds of Firefox and
 * WebKit, which cannot be had offline and are not what people use; these are the distribution's.
 */
export interface OtherBrowser {
  open(url: string): Promise<void>
  /** Clicks the first element that matches. */
  click(selector: string): Promise<void>
  /** Chooses a file of this machine in a file input. */
  chooseFile(selector: string, path: string): Promise<void>
  /** What the function body answers in the page; its value has to survive JSON. */
  evaluate(body: string): Promise<unknown>
  url(): Promise<string>
  close(): Promise<void>
}

export interface BrowserKind {
  name: string
  /** What is missing on this machine; `undefined` when it can be started. */
  missing(): string | undefined
  start(): Promise<OtherBrowser>
}
