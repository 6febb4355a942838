import { AppError } from '@visavis/shared/errors'
import {
  DEFAULT_OVERVIEW_DAYS,
  MAX_OVERVIEW_DAYS,
  type Overview,
  type readOverviewSchema,
} from '@visavis/shared/overview-api'
import type * as z from 'zod'
import { toTime } from '../../../http/view-parts.ts'
import type { ConsoleDeps } from '../deps.ts'
import { type OverviewRow, toFunnel, toPartSeconds } from './overview-rules.ts'

const DAY_MS = 86_400_000

/** More than anybody compares; a provider that no journey names is none of the tenant's. */
const ALL_JOURNEYS = { skip: 0, limit: 1000 }

type Query = z.output<typeof readOverviewSchema>

/** @throws AppError REQUEST_INVALID for a span that is empty or too long */
const toSpan = ({ created_after, created_before }: Query, now: Date): { from: Date; to: Date } => {
  const to = created_before ?? now
  const from = created_after ?? new Date(to.getTime() - DEFAULT_OVERVIEW_DAYS * DAY_MS)
  const length = to.getTime() - from.getTime()
  if (length <= 0 || length > MAX_OVERVIEW_DAYS * DAY_MS) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['created_after__invalid_format'] })
  }
  return { from, to }
}

/** How it goes in a span: of the tenant's own, all of it as it was read at one moment but for the webhooks. */
export const readOverview = async (deps: ConsoleDeps, tenantId: string, query: Query): Promise<Overview> => {
  const { database, now, providerHealth } = deps
  const { from, to } = toSpan(query, now())
  const seconds = toPartSeconds(from, to)
  const { browser, system, device, country, provider, user_journey_id: userJourneyId } = query
  const scope = { tenantId, from, to, userJourneyId, provider, browser, system, device, country }
  const rows = await database.overview.count(scope, seconds)
  const webhooks = await database.overview.countWebhooks(scope)
  const journeys = await database.userJourneys.list(tenantId, ALL_JOURNEYS)
  const providers = [...new Set(journeys.rows.map((journey) => journey.provider))].sort()
  return {
    created_after: toTime(from),
    created_before: toTime(to),
    ...toCounts(rows),
    series: { seconds, parts: toParts(rows, { from, to, seconds }) },
    provider_health: providers.flatMap((id) => providerHealth?.(id) ?? []),
    webhooks: {
      waiting: webhooks.waiting,
      failed: webhooks.failed,
      ...(webhooks.oldestOn ? { oldest_on: toTime(webhooks.oldestOn) } : {}),
    },
  }
}

const toCounts = (rows: readonly OverviewRow[]) => {
  const of = (kind: string) => rows.filter((row) => row.kind === kind).sort((a, b) => b.total - a.total)
  const statuses = of('status')
  const groups = (kind: string) =>
    of(kind).map(({ name, total, approved, declined }) => ({ value: name, total, approved, declined }))
  const [p50] = of('p50')
  const [p95] = of('p95')
  // Names out of closed lists, as the tables hold them.
  return {
    total: statuses.reduce((sum, { total }) => sum + total, 0),
    statuses: statuses.map(({ name, total }) => ({ status: name, count: total })),
    response_codes: of('code').map(({ name, total }) => ({ code: Number(name), count: total })),
    funnel: toFunnel(new Map(of('reached').map(({ name, total }) => [Number(name), total]))),
    ...(p50?.total
      ? {
          to_complete: {
            count: p50.total,
            p50_seconds: toTenth(p50.figure),
            p95_seconds: toTenth(p95?.figure),
          },
        }
      : {}),
    retry_reasons: of('retry').map(({ name, total }) => ({ reason: name, count: total })),
    guidance: of('guidance').map(({ name, total, figure }) => ({
      code: name,
      count: total,
      seconds: toTenth((figure ?? 0) / 1000),
    })),
    camera_failures: of('camera').map(({ name, total }) => ({ reason: name, count: total })),
    liveness: of('liveness').map(({ name, total }) => ({ result: name, count: total })),
    user_journeys: groups('journey'),
    providers: groups('provider'),
    browsers: groups('browser'),
    devices: of('device').map(({ name, more, total, approved, declined }) => ({
      value: name,
      ...(more ? { system: more } : {}),
      total,
      approved,
      declined,
    })),
    countries: groups('country'),
  } as Omit<Overview, 'created_after' | 'created_before' | 'series' | 'provider_health' | 'webhooks'>
}

const toTenth = (figure: number | null | undefined): number => Math.round((figure ?? 0) * 10) / 10

/** Empty ones too: a gap in a chart is something that happened. */
const toParts = (
  rows: readonly OverviewRow[],
  { from, to, seconds }: { from: Date; to: Date; seconds: number },
): Overview['series']['parts'] => {
  const found = new Map(rows.filter(({ kind }) => kind === 'part').map((row) => [Number(row.name), row]))
  const count = Math.ceil((to.getTime() - from.getTime()) / (seconds * 1000))
  return Array.from({ length: count }, (_, index) => {
    const { total = 0, approved = 0, declined = 0 } = found.get(index) ?? {}
    const start = new Date(from.getTime() + index * seconds * 1000)
    return { from: toTime(start), total, approved, declined }
  })
}
