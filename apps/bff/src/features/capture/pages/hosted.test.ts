import { expect, it, vi } from 'vitest'
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
  const find = vi.spyOn(linkJourneys, 'findTenant').mockResolvedValue({ id: 'tnt_1', name: '"><b>$& & Co' })
  expect(await open(`/verify/${attemptId}`)).toContain('content="&quot;&gt;&lt;b&gt;$&amp; &amp; Co" />')
  find.mockRestore()
})
