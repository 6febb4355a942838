import { expect, it } from 'vitest'
import { watchPage } from './watch-page.ts'

const set = () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const frame = new EventTarget()
  const seen: boolean[] = []
  const stop = watchPage(
    (isShown) => seen.push(isShown),
    page as unknown as Document,
    frame as unknown as Window,
  )
  return { page, frame, seen, stop }
}

it('tells at once, and when the page goes and comes', () => {
  const { page, seen } = set()
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  expect(seen).toEqual([true, false, true])
})

it('notices a page that is put aside and comes back without saying so', () => {
  const { frame, seen } = set()
  frame.dispatchEvent(new Event('pagehide'))
  frame.dispatchEvent(new Event('pageshow'))
  frame.dispatchEvent(new Event('focus'))
  expect(seen).toEqual([true, false, true, true])
})

it('is silent once it was stopped', () => {
  const { page, frame, seen, stop } = set()
  stop()
  page.dispatchEvent(new Event('visibilitychange'))
  for (const type of ['pagehide', 'pageshow', 'focus']) frame.dispatchEvent(new Event(type))
  expect(seen).toEqual([true])
})
