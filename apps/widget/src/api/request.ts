import { CaptureApiError } from './capture-api-error.ts'
import type { HttpAnswer } from './read-answer.ts'

/** A phone that changes from one network to another hears nothing of a call that got lost. */
const REQUEST_TIMEOUT_MS = 20_000

export type Fetch = typeof globalThis.fetch

/**
 * An answer with its whole body, or none: a line that breaks in the middle is as broken as one that never was.
 * @throws CaptureApiError `NETWORK`, also after 20 seconds and when `signal` aborts
 */
export const request = async (fetch: Fetch, path: string, init: RequestInit): Promise<HttpAnswer> => {
  // Not AbortSignal.any: Safari has it from 17.4 only.
  const controller = new AbortController()
  const stop = () => controller.abort()
  const deadline = setTimeout(stop, REQUEST_TIMEOUT_MS)
  init.signal?.addEventListener('abort', stop)
  try {
    const response = await fetch(path, { ...init, cache: 'no-store', signal: controller.signal })
    return {
      status: response.status,
      text: await response.text(),
      nonce: response.headers.get('DPoP-Nonce'),
    }
  } catch (cause) {
    throw new CaptureApiError('NETWORK', { retryable: true, cause })
  } finally {
    clearTimeout(deadline)
    init.signal?.removeEventListener('abort', stop)
  }
}
