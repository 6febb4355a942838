import { FUNNEL_STEPS, type Overview } from '@visavis/shared/overview-api'

const MINUTE_S = 60
const HOUR_S = 3600
const DAY_S = 86_400
const WEEK_S = 604_800
/** Parts that a chart of a screen's width shows apart. */
const MOST_PARTS = 100

/** Of a round length, as short as there are not too many of them. */
export const toPartSeconds = (from: Date, to: Date): number => {
  const seconds = (to.getTime() - from.getTime()) / 1000
  const lengths = [MINUTE_S, 10 * MINUTE_S, HOUR_S, 6 * HOUR_S, DAY_S, WEEK_S]
  return lengths.find((length) => seconds / length <= MOST_PARTS) ?? WEEK_S
}

/** From how many came so far and no further to how many came at least so far. */
export const toFunnel = (stopped: ReadonlyMap<number, number>): Overview['funnel'] => {
  const counts = FUNNEL_STEPS.map((_, place) => stopped.get(place) ?? 0)
  return FUNNEL_STEPS.map((step, place) => ({
    step,
    reached: counts.slice(place).reduce((sum, count) => sum + count, 0),
    stopped: counts[place] ?? 0,
  }))
}

/** What a row of the statement says, by its kind. */
export interface OverviewRow {
  kind: string
  name: string
  more: string | null
  total: number
  approved: number
  declined: number
  figure: number | null
}
