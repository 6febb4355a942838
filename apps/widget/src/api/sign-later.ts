import { orOffline } from './or-offline.ts'
import type { Sign } from './sign.ts'

/** The key of this browser, which is asked for along with the page's own files: nothing is said to the server before. */
export const createSigner = (token: string): Sign => {
  const load = () => orOffline(import('./device-key.ts')).then(({ openDeviceKey }) => openDeviceKey(token))
  let loading = load()
  return async (...call) => {
    const sign = await loading.catch(() => (loading = load()))
    return sign(...call)
  }
}
