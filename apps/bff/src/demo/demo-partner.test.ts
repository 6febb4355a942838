import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestApp } from '../testing/open-test-app.ts'
import { loadDemoPartner } from './demo-partner.ts'

const { test } = await openTestApp()

const load = (publicUrl: string) => loadDemoPartner(test.deps.database, { dataDir: test.dataDir, publicUrl })

it('is the same at each start, and may go back to wherever the demo is', async () => {
  const first = await load('http://localhost:1111')
  const again = await load('http://localhost:2222')
  expect(again).toEqual(first)
  await load('http://localhost:2222')
  const journey = await test.deps.database.userJourneys.get(first.tenantId, first.userJourneyId)
  expect(journey?.allowedRedirectUrls).toEqual([
    'http://localhost:1111/demo/return',
    'https://example.com/back',
    'http://localhost:2222/demo/return',
  ])
  // The demo asks for the turn.
  expect(journey?.livenessPolicy).toBe('active')
  expect((await stat(join(test.dataDir, 'demo-partner.json'))).mode & 0o777).toBe(0o600)
})
