import { createBrowserClient } from './clients.ts'
import type { TestApp } from './test-app.ts'

/** A browser without any token, which scans the codes of hand-offs. */
export const createPhoneClient = (test: Pick<TestApp, 'app'>) => {
  const post = (path: string, body: object) =>
    createBrowserClient(test, '').request('POST', path, {
      body: JSON.stringify(body),
      headers: { authorization: '', 'content-type': 'application/json' },
    })
  const split = (url: string) => new URL(url).hash.slice(1).split('.')
  const open = (url: string) => {
    const [handoff, code] = split(url)
    return post('handoff/open', { handoff, code })
  }
  const confirmClaim = (url: string, claim: string, number: string) =>
    post('handoff/confirm', { handoff: split(url)[0], claim, number })
  return {
    post,
    open,
    confirmClaim,
    confirm: async (url: string, number: string) => confirmClaim(url, (await open(url)).body.claim, number),
  }
}
