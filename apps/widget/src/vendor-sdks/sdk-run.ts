/** What a script hands to the server, as it is: nobody believes it there without the vendor. */
export type Handed =
  | { event: 'complete'; data: unknown }
  /** `data`: what the script has of a capture that failed. */
  | { event: 'error'; code: string; data?: unknown }
  | { event: 'exit'; reason: string }

export interface SdkRun {
  /** An empty element that is the script's own. */
  element: HTMLElement
  options: Readonly<Record<string, unknown>>
  hand: (handed: Handed) => void
}
