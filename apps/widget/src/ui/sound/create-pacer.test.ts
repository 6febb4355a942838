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
  const { offer, stop } = createPacer((text) => said.push(text))
  return { said, stop, offer: (text: string, gapMs = 1000) => offer(text, gapMs) }
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

it('loses nothing and repeats nothing when the time between two changes', () => {
  const { offer, said } = set()
  offer('further', 600)
  offer('good', 600)
  // The turn is over, the picture has longer sentences.
  offer('good', 2500)
  vi.advanceTimersByTime(600)
  expect(said).toEqual(['further', 'good'])
  offer('hold still', 2500)
  vi.advanceTimersByTime(2400)
  expect(said).toEqual(['further', 'good'])
  vi.advanceTimersByTime(100)
  expect(said).toEqual(['further', 'good', 'hold still'])
})

it('is silent once it was stopped', () => {
  const { offer, stop, said } = set()
  offer('closer')
  offer('to the left')
  stop()
  vi.advanceTimersByTime(5000)
  expect(said).toEqual(['closer'])
})
