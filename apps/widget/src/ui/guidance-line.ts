import type { LiveView } from '../flow/capture-types.ts'
import type { LaterCatalogue } from '../i18n/catalogue.ts'

/** The line of guidance, with the way to go where it is known. */
export const toGuidanceLine = (
  { guidance, steer }: Pick<LaterCatalogue, 'guidance' | 'steer'>,
  live: Pick<LiveView, 'guidance' | 'steer' | 'hasMissed'>,
): string => {
  if (live.hasMissed) return guidance.missed
  const ways: Partial<Record<string, Partial<Record<string, string>>>> = {
    turned: steer.turned,
    off_centre: steer.off_centre,
  }
  return ways[live.guidance]?.[live.steer ?? ''] ?? guidance[live.guidance]
}
