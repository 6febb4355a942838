import { CaptureApiError } from './capture-api-error.ts'

/** For parts of the page that come when they are needed. @throws CaptureApiError `NETWORK` when they do not */
export const orOffline = <T>(loading: Promise<T>): Promise<T> =>
  loading.catch((cause) => {
    throw new CaptureApiError('NETWORK', { retryable: true, cause })
  })
