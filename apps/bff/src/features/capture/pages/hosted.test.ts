import { describe, expect, it, vi } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'

const { test, partner } = await openTestApp()

const open = async (path: string) => (await test.app.request(path)).text()

it('the hosted page says whose link it is, also to who has no secret', async () => {
  const { attemptId } = await partner.startAttempt()
  const tenant = await test.deps.database.tenants.get(test.partner.tenantId)
  const meta = `<meta name="visavis-partner" content="${tenant?.name.replace('&', '&amp;')}" />`
  expect(await open(`/verify/${attemptId}`)).toContain(meta)
  expect(await open(`/frame/${attemptId}`)).not.toContain('visavis-partner')
  expect(await open(`/verify/fatp_${'a'.repeat(26)}`)).not.toContain('visavis-partner')
})

it('a name is no markup there', async () => {
  const { attemptId } = await partner.startAttempt()
  const { linkJourneys } = test.deps.database
  const find = vi.spyOn(linkJourneys, 'findLink').mockResolvedValue({
    tenant: { id: 'tnt_1', name: '"><b>$& & Co' },
    status: 'pending_redirection',
  })
  expect(await open(`/verify/${attemptId}`)).toContain('content="&quot;&gt;&lt;b&gt;$&amp; &amp; Co" />')
  find.mockRestore()
})

describe('the files of the engine', () => {
  const ENGINE = /<meta name="visavis-engine" content="([^"]*)" \/>/

  it('are named by the pages of a link that is open, as its session names them', async () => {
    const { attemptId, token } = await partner.startAttempt()
    const journey = { allowed_frame_origins: ['https://shop.example'] }
    await partner.patch(`/user-journeys/${test.partner.userJourneyId}`, journey)
    const { engine } = (await createBrowserClient(test, token).session()).body
    for (const page of ['verify', 'frame']) {
      const [, files = ''] = ENGINE.exec(await open(`/${page}/${attemptId}`)) ?? []
      expect(JSON.parse(files.replaceAll('&quot;', '"'))).toEqual(engine.files)
    }
  })

  it('are not named where nobody is going to take a picture there', async () => {
    const { attemptId, token } = await partner.startAttempt()
    const browser = createBrowserClient(test, token)
    await browser.session()
    await browser.refuse()
    const ended = await open(`/verify/${attemptId}`)
    for (const page of [ended, await open(`/verify/fatp_${'a'.repeat(26)}`), await open('/verify/x')]) {
      expect(page).not.toContain('visavis-engine')
    }
  })
})
