/** For a page's code, of 95 kB: about 1 Mbit/s, or what the browser had kept. */
const QUICK_MS = 800

/**
 * Whether the page's own code came in a moment: only then does something large beside the answer to the first question
 * keep nobody waiting. Measured by the page, since most browsers tell nothing of their line.
 */
export const isQuickLine = (timeline: Pick<Performance, 'getEntriesByType'> = performance): boolean => {
  const [page] = timeline.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const files = timeline.getEntriesByType('resource') as PerformanceResourceTiming[]
  const last = Math.max(...files.map(({ responseEnd }) => responseEnd))
  return page !== undefined && last - page.responseStart < QUICK_MS
}
