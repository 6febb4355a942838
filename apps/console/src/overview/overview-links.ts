import type { Overview } from '@visavis/shared/overview-api'
import type { Search } from '../api/queries.ts'

/** What the list is filtered by to show exactly those that were counted. */
export const toListSearch = (
  search: Search,
  { created_after, created_before }: Pick<Overview, 'created_after' | 'created_before'>,
  more: Search = {},
): Search => ({ created_after, created_before, ...search, ...more })

const DAY_MS = 86_400_000

/** From the beginning of a day here, so that days are days; `days` of them with today. */
export const toLastDays = (days: number, now: Date): Search => {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  return { created_after: new Date(today.getTime() - (days - 1) * DAY_MS).toISOString() }
}

/** Where most of those went no further who did not get to the end; `undefined`: nobody stopped. */
export const findLeak = (funnel: Overview['funnel']): Overview['funnel'][number] | undefined => {
  const [first, ...others] = funnel.filter(({ step, stopped }) => step !== 'decided' && stopped > 0)
  return first && others.reduce((most, each) => (each.stopped > most.stopped ? each : most), first)
}
