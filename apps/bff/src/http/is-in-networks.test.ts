import { expect, it } from 'vitest'
import { isInNetworks } from './is-in-networks.ts'

it.each([
  ['192.0.2.7', ['192.0.2.0/24'], true],
  ['192.0.3.7', ['192.0.2.0/24'], false],
  ['192.0.2.7', ['198.51.100.1', '192.0.2.7'], true],
  ['::ffff:192.0.2.7', ['192.0.2.0/24'], true],
  ['2001:db8:1::9', ['2001:db8:1::/48'], true],
  ['2001:db8:2::9', ['2001:db8:1::/48', '192.0.2.0/24'], false],
  ['not-an-address', ['0.0.0.0/0', '::/0'], false],
  [undefined, ['0.0.0.0/0'], false],
])('%s in %j: %s', (address, networks, isIn) => {
  expect(isInNetworks(address, networks)).toBe(isIn)
})
