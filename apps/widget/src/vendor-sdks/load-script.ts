import { CaptureApiError } from '../api/capture-api-error.ts'

const TIMEOUT_MS = 30_000
const loading = new Map<string, Promise<void>>()

/** Adds a classic script to the page, once. @throws CaptureApiError NETWORK; asking again tries again */
export const loadScript = (url: string): Promise<void> => {
  const known = loading.get(url)
  if (known !== undefined) return known
  const fresh = add(url).catch((failure: unknown) => {
    loading.delete(url)
    throw failure
  })
  loading.set(url, fresh)
  return fresh
}

const add = (url: string): Promise<void> => {
  const script = document.createElement('script')
  return new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('too slow')), TIMEOUT_MS)
    script.addEventListener('load', () => {
      clearTimeout(deadline)
      resolve()
    })
    script.addEventListener('error', () => {
      clearTimeout(deadline)
      reject(new Error('not loaded'))
    })
    script.src = url
    document.head.append(script)
  }).catch((cause: unknown) => {
    script.remove()
    throw new CaptureApiError('NETWORK', { retryable: true, cause })
  })
}
