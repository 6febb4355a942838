/** Error rates of presentation attack detection in the terms of ISO/IEC 30107-3. Pure. */
import type { Measurement } from '../report.ts'
import { binomialInterval } from './binomial-interval.ts'

/** What became of a presentation: `no_response` when nothing could be decided, as when a turn was not done. */
export type Verdict = 'bona_fide' | 'attack' | 'no_response'

export interface PresentedSpecies {
  name: string
  /** People, or an instrument of an attack. */
  kind: 'bona_fide' | 'attack'
  verdicts: readonly Verdict[]
}

const count = (verdicts: readonly Verdict[], verdict: Verdict): number =>
  verdicts.filter((one) => one === verdict).length

const percent = (share: number): string => (100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)

const toRow = (name: string, events: number, trials: number): Measurement => {
  const { low, high } = binomialInterval(events, trials)
  return {
    metric: `${name} (${events} of ${trials}, 95 % ${percent(low)}–${percent(high)} %)`,
    value: trials === 0 ? Number.NaN : (100 * events) / trials,
    unit: '%',
  }
}

const acceptedShare = ({ verdicts }: PresentedSpecies): number =>
  count(verdicts, 'bona_fide') / verdicts.length

/**
 * APCER of each species, the worst first, and BPCER, each beside the presentations that got no response, which are no
 * errors of classification but are no answer either. Rates are of all presentations; nothing is averaged.
 */
export const rateSpecies = (
  check: string,
  species: readonly PresentedSpecies[],
  expected: ReadonlySet<string> = new Set(),
): Measurement[] =>
  species
    .toSorted(
      (a, b) =>
        Number(a.kind === 'bona_fide') - Number(b.kind === 'bona_fide') ||
        acceptedShare(b) - acceptedShare(a),
    )
    .flatMap(({ name, kind, verdicts }) => {
      const [error, [rate, nonResponse]] =
        kind === 'attack'
          ? (['bona_fide', ['APCER', 'APNRR']] as const)
          : (['attack', ['BPCER', 'BPNRR']] as const)
      const note = expected.has(name) ? ', known to pass' : ''
      const unanswered = count(verdicts, 'no_response')
      return [
        toRow(`${check}, ${name}: ${rate}${note}`, count(verdicts, error), verdicts.length),
        ...(unanswered > 0 ? [toRow(`  ${nonResponse}`, unanswered, verdicts.length)] : []),
      ]
    })

/** Values cut into four parts with as many each: the number of each one's part, 0 to 3. */
export const quartilesOf = (values: readonly number[]): number[] => {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value)
  const quartiles = new Array<number>(values.length).fill(0)
  for (const [rank, { index }] of order.entries()) quartiles[index] = Math.floor((4 * rank) / values.length)
  return quartiles
}
