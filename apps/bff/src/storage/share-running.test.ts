import { expect, it } from 'vitest'
import { shareRunning, shareRunningByKey } from './share-running.ts'

it('gives all who ask meanwhile one answer, and looks again afterwards', async () => {
  let looks = 0
  const look = shareRunning(async () => {
    looks += 1
    const mine = looks
    await new Promise((resolve) => setImmediate(resolve))
    if (mine === 2) throw new Error('away')
    return mine
  })
  expect(await Promise.all([look(), look(), look()])).toEqual([1, 1, 1])
  expect((await Promise.allSettled([look(), look()])).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ])
  expect(await look()).toBe(3)
})

it('shares with those alone who ask for the same', async () => {
  const looks: string[] = []
  const look = shareRunningByKey(async (key) => {
    looks.push(key)
    await new Promise((resolve) => setImmediate(resolve))
    return key
  })
  expect(await Promise.all([look('a'), look('b'), look('a')])).toEqual(['a', 'b', 'a'])
  expect(looks).toEqual(['a', 'b'])
  await look('a')
  expect(looks).toEqual(['a', 'b', 'a'])
})
