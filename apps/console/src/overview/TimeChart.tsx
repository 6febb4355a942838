import type { Overview } from '@visavis/shared/overview-api'
import { useEffect, useRef } from 'react'
import { LINES } from './chart-lines.ts'

const show = async (
  box: HTMLElement,
  parts: Overview['series']['parts'],
  signal: AbortSignal,
): Promise<void> => {
  const { drawChart, HEIGHT } = await import('./draw-chart.ts')
  if (signal.aborted) return
  let chart = drawChart(box, parts)
  const redraw = () => {
    chart.destroy()
    chart = drawChart(box, parts)
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, { signal })
  const sizes = new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: HEIGHT }))
  sizes.observe(box)
  signal.addEventListener('abort', () => {
    sizes.disconnect()
    chart.destroy()
  })
}

/**
 * Drawn: it says nothing that the table below it does not, so that nothing is lost where it cannot be had. (The library
 * does not even load in a browser whose language is no language tag.)
 */
export const TimeChart = ({ parts }: { parts: Overview['series']['parts'] }) => {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const abort = new AbortController()
    show(box, parts, abort.signal).catch(() => {})
    return () => abort.abort()
  }, [parts])
  return (
    <div aria-hidden="true">
      <ul className="legend">
        {LINES.map(({ key, label }) => (
          <li key={key} className={`legend-${key}`}>
            {label}
          </li>
        ))}
      </ul>
      <div className="chart" ref={ref} />
    </div>
  )
}
