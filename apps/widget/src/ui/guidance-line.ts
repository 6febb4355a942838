import type { LiveView } from '../capture/capture-types.ts'
import type { LaterCatalogue } from '../i18n/catalogue.ts'

/** The line of guidance, with the way to go where it is known. */
export const toGuidanceLine = (
  { guidance, steer }: Pick<LaterCatalogue, 'guidance' | 'steer'>,
  live: Pick<LiveView, 'guidance' | 'steer'>,
): string => {
  const ways: Readonly<Partial<Record<string, string>>> =
    live.guidance === 'turned' || live.guidance === 'off_centre' ? steer[live.guidance] : {}
  return (live.steer && ways[live.steer]) ?? guidance[live.guidance]
}
