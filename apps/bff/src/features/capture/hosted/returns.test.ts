import { describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { BACK, openVendorCaptures } from '../../../testing/open-vendor-captures.ts'
import { createPhoneClient } from '../../../testing/phone-client.ts'
import { PUBLIC_URL } from '../../../testing/test-app.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const { test, vendor, begin, wayBack, comeBack, notify, status, follow, read } = await openVendorCaptures()

describe('the way back', () => {
  it('leads to the partner once the vendor has decided', async () => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    const { status: code, location } = await comeBack()
    expect(code).toBe(303)
    expect(location).toBe(`${BACK}?id=${id}&event=face_authentication_capture_completed`)
    expect(await status(id)).toBe('approved 10000')
  })

  it('leads to the waiting page, with a token of its own, while the vendor still checks', async () => {
    const { id, attemptId, browser } = await begin()
    vendor.results = [{ kind: 'checking' }]
    const { location } = await comeBack()
    expect(location).toMatch(new RegExp(`^${PUBLIC_URL}/verify/${attemptId}#${attemptId}[.][\\w-]{43}$`))
    expect(await status(id)).toBe('checks_in_progress')
    // The page it left may still be there: behind a new tab, or around a frame.
    expect((await browser.next()).body).toEqual({ next: 'wait' })
    const returned = createBrowserClient(test, new URL(location).hash.slice(1))
    expect((await returned.session()).body).toMatchObject({ link: 'open', next: { next: 'wait' } })
    vendor.results = [{ kind: 'declined', codes: [62321] }]
    test.clock.skewMs += 3000
    expect((await returned.next()).body).toMatchObject({
      next: 'done',
      redirect_url: expect.stringContaining(BACK),
    })
    expect(await status(id)).toBe('declined 62321')
  })

  it('keeps a phone that was handed the link on our page: the computer goes back', async () => {
    const { id, attemptId, browser } = await begin()
    const { qr, number } = (await browser.request('POST', 'handoff')).body
    await createPhoneClient(test).confirm(qr.url, number)
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    const { location } = await comeBack()
    expect(location).toMatch(new RegExp(`^${PUBLIC_URL}/verify/${attemptId}#`))
    expect(await status(id)).toBe('approved 10000')
    const phone = createBrowserClient(test, new URL(location).hash.slice(1))
    expect((await phone.session()).body).toMatchObject({ handed_over: true, next: { next: 'done' } })
    const next = { next: 'done', redirect_url: expect.stringContaining(BACK) }
    expect((await browser.request('GET', 'handoff')).body).toEqual({ state: 'connected', next })
  })

  it('believes nothing that stands in the address', async () => {
    const { id } = await begin()
    await comeBack()
    expect(await status(id)).toBe('capture_in_progress')
  })

  it('is no token, neither before it is used nor after', async () => {
    const { attemptId } = await begin()
    const [, nonce = ''] = wayBack().split('.')
    const asToken = createBrowserClient(test, `${attemptId}.${nonce}`)
    expect((await asToken.session()).status).toBe(401)
    await comeBack()
    expect((await asToken.session()).status).toBe(401)
  })

  it('is not used up by who only looks', async () => {
    const { attemptId } = await begin()
    expect((await test.app.request(wayBack(), { method: 'HEAD' })).status).toBe(204)
    expect(read()).toBe(0)
    expect((await comeBack()).location).toContain(`/verify/${attemptId}#`)
  })

  it('works once: used again it changes nothing', async () => {
    const { id, attemptId } = await begin()
    await comeBack()
    const reads = read()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    expect(await comeBack()).toEqual({ status: 303, location: `${PUBLIC_URL}/verify/${attemptId}` })
    expect(read()).toBe(reads)
    expect(await status(id)).toBe('capture_in_progress')
    await notify('v-1')
    expect((await comeBack()).location).toContain(BACK)
  })

  it.each([
    ['forged', (state: string) => `${state.slice(0, -4)}AAAA`],
    [
      'another attempt named',
      (state: string) => state.replace(/^fatp_[a-z2-7]{26}/, `fatp_${'a'.repeat(26)}`),
    ],
    [
      'a longer life',
      (state: string) => state.replace(/\.(\d+)\./, (_, expires) => `.${Number(expires) + 1}.`),
    ],
    ['no signature', (state: string) => state.split('.').slice(0, 3).join('.')],
    ['more than there is', (state: string) => `${state}.x`],
    ['nothing', () => 'x'],
  ])('%s: changes nothing and leads nowhere', async (_, change) => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    const state = change(wayBack().slice('/return/'.length))
    expect(await comeBack(`/return/${state}`)).toEqual({
      status: 303,
      location: `${PUBLIC_URL}/verify/unknown`,
    })
    expect(read()).toBe(0)
    expect(await status(id)).toBe('capture_in_progress')
    expect((await comeBack()).location).toContain(BACK)
  })

  it('belongs to one attempt: that of another changes nothing here', async () => {
    const mine = await begin()
    const foreign = wayBack()
    const theirs = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await comeBack(foreign)
    expect(await status(mine.id)).toBe('approved 10000')
    expect(await status(theirs.id)).toBe('capture_in_progress')
  })

  it('runs out', async () => {
    const { id } = await begin()
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    test.clock.skewMs += 73 * HOUR_MS
    expect((await comeBack()).location).toBe(`${PUBLIC_URL}/verify/unknown`)
    expect(await status(id)).not.toContain('approved')
  })

  it('waits for a vendor that is down', async () => {
    const { id, attemptId } = await begin()
    vendor.isDown = true
    expect((await comeBack()).location).toContain(`/verify/${attemptId}#`)
    vendor.isDown = false
    vendor.results = [{ kind: 'approved', codes: [10000] }]
    await follow({ attemptId }, MINUTE_MS)
    expect(await status(id)).toBe('approved 10000')
  })
})
