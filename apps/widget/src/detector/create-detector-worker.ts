import workerUrl from './detector-worker.ts?worker&url'
import type { EarlyScope, ScriptUrlPolicy } from './early-engine.ts'

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): ScriptUrlPolicy
}

const { trustedTypes, visavisEngine: early } = globalThis as EarlyScope & { trustedTypes?: TrustedTypes }

/**
 * The one policy of our pages, which the BFF names in their `trusted-types`. It trusts no address that it is given: it
 * knows one.
 */
const policy = early?.policy ?? trustedTypes?.createPolicy('visavis', { createScriptURL: () => workerUrl })

export const createDetectorWorker = () =>
  new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'face-detector' })

/** For the engine: the worker that is loading it already, if there is one. */
export const takeEngineWorker = (): Worker => {
  const worker = early?.worker ?? createDetectorWorker()
  if (early) early.worker = null
  return worker
}
