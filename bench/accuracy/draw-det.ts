import type { DetPoint } from './error-rates.ts'

export interface DetCurve {
  name: string
  points: readonly DetPoint[]
}

const SIDE = 480
const EDGE = 56
/** Decades of both axes: 1e-5 … 1. */
const DECADES = 5
const COLOURS = ['#222', '#06c', '#c33', '#283', '#a5a', '#c80', '#0aa', '#888'] as const

const toPosition = (rate: number): number => {
  const decade = Math.log10(Math.max(rate, 10 ** -DECADES))
  return (SIDE - 2 * EDGE) * (1 + decade / DECADES)
}
const toX = (rate: number): number => EDGE + toPosition(rate)
const toY = (rate: number): number => SIDE - EDGE - toPosition(rate)
const round = (value: number): string => value.toFixed(1)
const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Points that fall on one pixel are one, so that a million trials make no megabytes. */
const toPath = (points: readonly DetPoint[]): string =>
  [
    ...new Set(
      points.map(
        ({ falseMatchRate, falseNonMatchRate }) =>
          `${round(toX(falseMatchRate))},${round(toY(falseNonMatchRate))}`,
      ),
    ),
  ].join(' ')

const gridLine = (decade: number): string => {
  const rate = 10 ** decade
  const [x, y] = [round(toX(rate)), round(toY(rate))]
  const label = decade === 0 ? '1' : `1e${decade}`
  return `<path d="M${x} ${EDGE}V${SIDE - EDGE}M${EDGE} ${y}H${SIDE - EDGE}" stroke="#ddd"/>
<text x="${x}" y="${SIDE - EDGE + 18}" text-anchor="middle">${label}</text><text x="${EDGE - 8}" y="${y}" text-anchor="end" dy="4">${label}</text>`
}

/** Detection error trade-off curves (ISO/IEC 19795-1) on logarithmic axes, as SVG. */
export const drawDet = (title: string, curves: readonly DetCurve[]): string => {
  const lines = curves.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length]
    return `<polyline points="${toPath(points)}" fill="none" stroke="${colour}" stroke-width="${index === 0 ? 2 : 1.2}"/>
<text x="${SIDE - EDGE - 6}" y="${EDGE + 16 * (index + 1)}" text-anchor="end" fill="${colour}">${escapeXml(name)}</text>`
  })
  const grid = Array.from({ length: DECADES + 1 }, (_, index) => gridLine(-index))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" font-family="sans-serif" font-size="12">
<rect width="${SIDE}" height="${SIDE}" fill="#fff"/><text x="${SIDE / 2}" y="24" text-anchor="middle" font-size="14">${escapeXml(title)}</text>
${grid.join('\n')}
<text x="${SIDE / 2}" y="${SIDE - 12}" text-anchor="middle">false match rate</text><text transform="translate(14 ${SIDE / 2}) rotate(-90)" text-anchor="middle">false non-match rate</text>
${lines.join('\n')}
</svg>
`
}
