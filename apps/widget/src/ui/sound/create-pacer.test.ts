import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPacer } from './create-pacer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const set = () => {
  const said: string[] = []
  return { said, ...createPacer(1000, (text) => said.push(text)) }
}

it('says the first at once, then the newest when its time has come', () => {
  const { offer, said } = set()
  offer('closer')
  offer('to the left')
  offer('hold still')
  expect(said).toEqual(['closer'])
  vi.advanceTimersByTime(1000)
  expect(said).toEqual(['closer', 'hold still'])
})

it('says nothing twice in a row', () => {
  const { offer, said } = set()
  offer('closer')
  offer('to the left')
  offer('closer')
  vi.advanceTimersByTime(5000)
  expect(said).toEqual(['closer'])
  offer('to the left')
  expect(said).toEqual(['closer', 'to the left'])
})

it('is silent once it was stopped', () => {
  const { offer, stop, said } = set()
  offer('closer')
  offer('to the left')
  stop()
  vi.advanceTimersByTime(5000)
  expect(said).toEqual(['closer'])
})
