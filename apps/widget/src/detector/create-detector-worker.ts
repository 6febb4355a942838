import workerUrl from './detector-worker.ts?worker&url'

/** What is used here of Trusted Types, which TypeScript does not know yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): string }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

/**
 * The one policy of our pages, which the BFF names in their `trusted-types`. It trusts no address that it is given: it
 * knows one.
 */
const policy = trustedTypes?.createPolicy('visavis', { createScriptURL: () => workerUrl })

export const createDetectorWorker = () =>
  new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'face-detector' })
