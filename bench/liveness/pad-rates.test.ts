import { expect, it } from 'vitest'
import { quartilesOf, rateSpecies } from './pad-rates.ts'

it('names the worst species first, people last, and counts what got no response apart', () => {
  const rows = rateSpecies('turn', [
    { name: 'head', kind: 'bona_fide', verdicts: ['bona_fide', 'bona_fide', 'no_response', 'attack'] },
    { name: 'print', kind: 'attack', verdicts: ['attack', 'attack'] },
    { name: 'mask', kind: 'attack', verdicts: ['bona_fide', 'attack'] },
  ])
  expect(rows.map(({ metric, value }) => [metric.replace(/,? 95.*/, ''), value])).toEqual([
    ['turn, mask: APCER (1 of 2', 50],
    ['turn, print: APCER (0 of 2', 0],
    ['turn, head: BPCER (1 of 4', 25],
    ['  BPNRR (1 of 4', 25],
  ])
})

it('cuts values into quarters', () => {
  expect(quartilesOf([10, 40, 20, 30, 11, 41, 21, 31])).toEqual([0, 3, 1, 2, 0, 3, 1, 2])
})
