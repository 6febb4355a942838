/** What is used here of Trusted Types, which TypeScript does not know yet. */
export interface ScriptUrlPolicy {
  createScriptURL(url: string): string
}

/** What `start-engine.js` has left in the page: a worker that loads the engine before the page's code is there. */
export interface EarlyEngine {
  policy?: ScriptUrlPolicy
  /** `null`: taken, or it did not start. */
  worker: Worker | null
}

export interface EarlyScope {
  visavisEngine?: EarlyEngine
}
