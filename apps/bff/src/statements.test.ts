import { expect, it } from 'vitest'
import { countStatements } from './testing/count-statements.ts'
import { openVendorCaptures } from './testing/open-vendor-captures.ts'
import { createTestApp } from './testing/test-app.ts'

const vendorCaptures = await openVendorCaptures()

it('requests send no more statements to the database than they did, each of them a round trip', async () => {
  const test = await createTestApp()
  const counts = await countStatements(test)
  await test.close()
  expect(counts).toEqual({
    createAuthentication: 4,
    createAttempt: 5,
    replaceAttempt: 7,
    readOpen: 2,
    openSession: 9,
    giveConsent: 7,
    selfie: 14,
    readDecided: 2,
  })
})

it('a look at a face authentication takes no lock', async () => {
  const test = await createTestApp()
  const before = test.queries.length
  await countStatements(test)
  const looks = test.queries.slice(before).filter((text) => text.includes('as "open_status"'))
  await test.close()
  expect(looks).toHaveLength(2)
  expect(looks.filter((text) => /for update|for share/i.test(text))).toEqual([])
})

it("a vendor's approval sends no more statements than it did", async () => {
  const { vendor, begin, notify, test } = vendorCaptures
  await begin()
  vendor.results = [{ kind: 'approved', codes: [10000] }]
  const before = test.queries.length
  expect((await notify('v-1')).status).toBe(204)
  expect(test.queries.length - before).toBe(11)
})
