import type { Overview } from '@visavis/shared/overview-api'
import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

const HEIGHT = 220

const LINES = [
  { key: 'total', label: 'All', color: '--ink' },
  { key: 'approved', label: 'Approved', color: '--good' },
  { key: 'declined', label: 'Declined', color: '--bad' },
] as const

/** As the page shows it now; the scheme may change while it is open. */
const readColor = (box: HTMLElement, name: string): string => {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  box.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

const draw = (box: HTMLElement, parts: Overview['series']['parts']): UPlot => {
  const quiet = readColor(box, '--quiet')
  const line = readColor(box, '--line')
  const axis = { stroke: quiet, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } }
  const options: UPlot.Options = {
    width: box.clientWidth,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: { y: { range: (_, __, most) => [0, Math.max(most, 1)] } },
    axes: [
      axis,
      { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000] },
    ],
    series: [
      {},
      ...LINES.map(({ label, color }, index) => ({
        label,
        stroke: readColor(box, color),
        width: 2,
        // Not by colour alone.
        dash: [[], [8, 4], [2, 4]][index] ?? [],
        points: { show: parts.length === 1 },
      })),
    ],
  }
  const times = parts.map(({ from }) => Date.parse(from) / 1000)
  return new UPlot(options, [times, ...LINES.map(({ key }) => parts.map((part) => part[key]))], box)
}

/** Drawn: it says nothing that the table below it does not. */
export const TimeChart = ({ parts }: { parts: Overview['series']['parts'] }) => {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    let chart = draw(box, parts)
    const redraw = () => {
      chart.destroy()
      chart = draw(box, parts)
    }
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', redraw)
    const sizes = new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: HEIGHT }))
    sizes.observe(box)
    return () => {
      scheme.removeEventListener('change', redraw)
      sizes.disconnect()
      chart.destroy()
    }
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
