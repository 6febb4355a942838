import { request } from './request.ts'
import { createSigner } from './sign-later.ts'

const PATH = '/capture/release'

/**
 * Lets the next browser that opens the link have it. Where that fails nothing is said here: the other browser says that
 * the link is open elsewhere.
 */
export const releaseLink = async (token: string): Promise<void> => {
  const sign = createSigner(token)
  const send = (proof: Record<string, string>) =>
    request(globalThis.fetch.bind(globalThis), PATH, {
      method: 'POST',
      headers: { ...proof, Authorization: `Bearer ${token}` },
    })
  await sign('POST', PATH, send).catch(() => {})
}
