import type { Overview } from '@visavis/shared/overview-api'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { LINES } from './chart-lines.ts'

export const HEIGHT = 220

/** As the page shows it now; the scheme may change while it is open. */
const readColor = (box: HTMLElement, name: string): string => {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  box.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

export const drawChart = (box: HTMLElement, parts: Overview['series']['parts']): UPlot => {
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
