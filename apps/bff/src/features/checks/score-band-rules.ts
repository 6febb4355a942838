import { SCORE_BANDS, type ScoreBand } from '@visavis/shared/attempt-details'

/** Where `medium` and `high` begin; below 0.5 nothing passes. Round numbers: nobody has measured more. */
const BAND_STARTS = [0.7, 0.9]

/** The passive score in coarse words, so that nobody tunes an attack by its decimals. */
export const toScoreBand = (score: number | null): ScoreBand | null =>
  score === null ? null : (SCORE_BANDS[BAND_STARTS.filter((start) => score >= start).length] ?? null)
