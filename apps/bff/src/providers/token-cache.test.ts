import { expect, it } from 'vitest'
import { createTokenCache } from './token-cache.ts'

const setUp = () => {
  const clock = { now: new Date('2026-01-01T00:00:00Z') }
  const state = { fetched: 0, isDown: false }
  const cache = createTokenCache({
    now: () => clock.now,
    fetchToken: async () => {
      state.fetched += 1
      if (state.isDown) throw new Error('down')
      return { token: `t${state.fetched}`, expiresOn: new Date(clock.now.getTime() + 600_000) }
    },
  })
  return { clock, state, cache }
}

it('asks once for those who come together and keeps the token until shortly before its end', async () => {
  const { clock, state, cache } = setUp()
  expect(await Promise.all([cache.get(), cache.get()])).toEqual(['t1', 't1'])
  clock.now = new Date(clock.now.getTime() + 569_000)
  expect(await cache.get()).toBe('t1')
  clock.now = new Date(clock.now.getTime() + 1000)
  expect(await cache.get()).toBe('t2')
  expect(state.fetched).toBe(2)
})

it('asks again when told that the token is no good', async () => {
  const { cache } = setUp()
  await cache.get()
  cache.forget()
  expect(await cache.get()).toBe('t2')
})

it('does not keep a failure', async () => {
  const { state, cache } = setUp()
  state.isDown = true
  await expect(cache.get()).rejects.toThrow('down')
  state.isDown = false
  expect(await cache.get()).toBe('t2')
})
