import { expect, it } from 'vitest'
import { isQuickLine } from './is-quick-line.ts'

const timeline = (responseStart: number | null, ...ends: number[]) => ({
  getEntriesByType: (type: string) =>
    (type === 'navigation'
      ? [responseStart].flatMap((start) => (start === null ? [] : { responseStart: start }))
      : ends.map((responseEnd) => ({ responseEnd }))) as unknown as PerformanceEntryList,
})

it.each([
  ['came in a moment', timeline(200, 260, 480, 300), true],
  ['took a while', timeline(200, 260, 1900, 300), false],
  ['was kept by the browser', timeline(20, 0, 0), true],
  ['is not told of', timeline(200), true],
  ['belongs to a page that is not told of', timeline(null, 260), false],
])('a page whose code %s', (_, entries, isQuick) => {
  expect(isQuickLine(entries)).toBe(isQuick)
})
