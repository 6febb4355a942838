/** Alerts and board ask for what the server exports, and for nothing that was once, or may be some day. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { hasProgram } from './has-program.ts'
import { readExportedMetrics } from './read-exported-metrics.ts'
import { readQuery, type Selector } from './read-query.ts'

const FOLDER = new URL('../../deploy/', import.meta.url)
const RULES = new URL('prometheus/alerts.yaml', FOLDER)

const rulesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Visavis[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[mh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
})
const boardSchema = z.object({
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).default([]),
    }),
  ),
})

const rules = rulesSchema.parse(parse(await readFile(RULES, 'utf8'))).groups.flatMap((group) => group.rules)
const { panels } = boardSchema.parse(
  JSON.parse(await readFile(new URL('grafana/visavis.json', FOLDER), 'utf8')),
)
const exported = await readExportedMetrics()

/** What Prometheus itself adds. */
const ADDED_LABELS = ['job', 'instance']
/** Labels of which every value is known. */
const CLOSED = [
  'outcome',
  'kind',
  'queue',
  'state',
  'template',
  'purpose',
  'source',
  'step',
  'reason',
  'code',
]

const labelsOf = (metric: string): string[] => [
  ...(exported.get(metric)?.labels.keys() ?? []),
  ...ADDED_LABELS,
]
const checkSelector = ({ metric, matchers }: Selector): string[] => {
  if (metric === 'up') return []
  if (!exported.has(metric)) return [`there is no ${metric}`]
  return matchers.flatMap(({ label, operator, value }) => {
    if (!labelsOf(metric).includes(label)) return [`${metric} has no label ${label}`]
    const seen = exported.get(metric)?.labels.get(label)
    const values = operator.endsWith('~') ? value.split('|') : [value]
    return CLOSED.includes(label)
      ? values.filter((each) => !seen?.has(each)).map((each) => `${metric} has no ${label} ${each}`)
      : []
  })
}
/** What is wrong with an expression; nothing, if all is well. */
const check = (expression: string): string[] => {
  const { selectors, groupings } = readQuery(expression)
  if (selectors.length === 0) return [`nothing is asked: ${expression}`]
  return [
    ...selectors.flatMap(checkSelector),
    ...groupings.flatMap(({ labels, of }) =>
      of.flatMap(({ metric }) =>
        labels
          .filter((label) => !labelsOf(metric).includes(label))
          .map((label) => `${metric} has no label ${label}`),
      ),
    ),
  ]
}
/** Grafana fills them in. */
const fill = (expression: string) => expression.replace(/\$__(?:rate_interval|range)/g, '5m')

it.each([
  ['sum(visavis_gone_total)', 'there is no visavis_gone_total'],
  ['visavis_jobs{queue="post"}', 'visavis_jobs has no queue post'],
  ['visavis_captures_total{outcome=~"matched|lost"}', 'visavis_captures_total has no outcome lost'],
  ['sum by (tenant) (rate(visavis_captures_total[5m]))', 'visavis_captures_total has no label tenant'],
  [
    'sum by (le) (visavis_http_request_duration_seconds_count)',
    'visavis_http_request_duration_seconds_count has no label le',
  ],
])('finds what is wrong with %s', (expression, problem) => {
  expect(check(expression)).toEqual([problem])
})

it('reads no expression that Prometheus would not', () => {
  expect(() => readQuery('sum by (provider (visavis_jobs)')).toThrow('No PromQL')
})

describe('alerts', () => {
  it.each(rules)('$alert', ({ expr }) => {
    expect(check(expr)).toEqual([])
  })

  it('have names of their own', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  })

  it('promtool takes them', async ({ skip }) => {
    skip(!hasProgram('promtool'), "This machine has no promtool: Debian's is in its package prometheus.")
    const { stdout } = await promisify(execFile)('promtool', ['check', 'rules', fileURLToPath(RULES)])
    expect(stdout).toContain(`SUCCESS: ${rules.length} rules found`)
  })
})

describe('board', () => {
  it.each(panels.filter(({ targets }) => targets.length > 0))('$title', ({ targets }) => {
    for (const { expr, legendFormat } of targets) {
      expect(check(fill(expr))).toEqual([])
      const labels = readQuery(fill(expr)).selectors.flatMap(({ metric }) => labelsOf(metric))
      for (const [, label] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) expect(labels).toContain(label)
    }
  })

  it('shows everything that the server counts', () => {
    const shown = panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => readQuery(fill(expr)).selectors.map(({ metric }) => metric)),
    )
    const families = [...exported.keys()].filter((name) => name.startsWith('visavis_'))
    const isShown = (name: string) =>
      shown.includes(name) || name.endsWith('_sum') || name.endsWith('_bucket')
    expect(families.filter((name) => !isShown(name))).toEqual([])
  })

  it('lays no panel over another', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const { gridPos: a, id } of panels) {
      expect(a.x + a.w).toBeLessThanOrEqual(24)
      for (const { gridPos: b, id: other } of panels) {
        const isBeside = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
        expect(id === other || isBeside, `${id} and ${other}`).toBe(true)
      }
    }
  })
})
