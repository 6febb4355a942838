import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { watchTraffic } from './watch-traffic.ts'

/** Timers of one thread keep their order, however late they come. */
const raced = (given: Promise<void>, ms: number): Promise<string> =>
  Promise.race([given.then(() => 'on'), setTimeout(ms, 'waiting')])

it('goes on at once where nobody comes', async () => {
  const { note, giveWay } = watchTraffic()
  note()
  expect(await raced(giveWay(), 200)).toBe('on')
})

it('waits while others come one after the other, and goes on when they are gone', async () => {
  const { note, giveWay } = watchTraffic()
  const coming = setInterval(note, 1)
  const given = giveWay()
  expect(await raced(given, 50)).toBe('waiting')
  clearInterval(coming)
  expect(await raced(given, 150)).toBe('on')
})

it('goes on after a twelfth of a second, whoever comes', async () => {
  const { note, giveWay } = watchTraffic()
  const coming = setInterval(note, 1)
  const given = giveWay()
  expect(await raced(given, 50)).toBe('waiting')
  await given
  clearInterval(coming)
})
