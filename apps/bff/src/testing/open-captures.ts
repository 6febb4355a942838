import { beforeEach } from 'vitest'
import { createBrowserClient } from './clients.ts'
import { openTestApp } from './open-test-app.ts'
import { APPROVED } from './scripted-provider.ts'

/** Where `partner.startAttempt` lets people go back to, with what is said there. */
export const back = (id: string, event: string, code?: number): string =>
  `https://partner.example/back?cart=7&id=${id}&event=face_authentication_${event}${code ? `&response_code=${code}` : ''}`

/** One app for a whole test file whose provider approves, and people in front of it. */
export const openCaptures = async () => {
  const { test, partner } = await openTestApp()
  beforeEach(() => {
    test.provider.script(APPROVED)
    test.provider.duringVerify = async () => {}
  })

  /** A link, opened; with consent unless told otherwise. */
  const open = async ({ consent = true } = {}) => {
    const attempt = await partner.startAttempt()
    const browser = createBrowserClient(test, attempt.token)
    await browser.session()
    if (consent) await browser.consent()
    const path = `/face-authentications/${attempt.authenticationId}`
    const read = async () => (await partner.get(path)).body
    const readAttempt = async () => (await partner.get(`${path}/attempts/${attempt.attemptId}`)).body
    return { ...attempt, browser, read, readAttempt }
  }
  return { test, partner, open }
}
