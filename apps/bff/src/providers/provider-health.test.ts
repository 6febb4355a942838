import { expect, it } from 'vitest'
import { createProviderHealth } from './provider-health.ts'

const call = (
  seconds: number,
  result: { outcome: string } | { error: string } = { outcome: 'approved' },
) => ({
  provider: 'acme',
  operation: 'verify',
  seconds,
  result,
})

it('says how a provider did lately, and forgets it', () => {
  let now = 0
  const health = createProviderHealth(() => now)
  expect(health.read('acme')).toEqual({ provider: 'acme', state: 'idle' })
  for (let count = 0; count < 19; count += 1) health.observe(call(0.1))
  health.observe(call(2, { error: 'rejected' }))
  expect(health.read('acme')).toEqual({ provider: 'acme', state: 'ok', failed_share: 0, p95_ms: 100 })
  for (let count = 0; count < 5; count += 1) health.observe(call(6, { error: 'timeout' }))
  expect(health.read('acme')).toEqual({ provider: 'acme', state: 'failing', failed_share: 0.2, p95_ms: 6000 })
  expect(health.read('other').state).toBe('idle')
  now = 900_001
  expect(health.read('acme').state).toBe('idle')
})
