import { describe, expect, it } from 'vitest'
import { areOffsetsPossible, expiryOf, findTimeProblem, needOfTurn } from './challenge-rules.ts'

const ISSUED = new Date('2026-05-01T12:00:00.000Z')
const at = (ms: number) => new Date(ISSUED.getTime() + ms)
const step = { afterMs: 1000, issuedOn: ISSUED, expiresOn: at(7000), isExtended: false }

it('is void six seconds after it was asked for', () => {
  expect(expiryOf(step)).toEqual(at(7000))
})

it.each([
  [-60_000, 'early'],
  [999, 'early'],
  [1000, undefined],
  [7000, undefined],
  [12_000, undefined],
  [12_001, 'late'],
  [86_400_000, 'late'],
] as const)('frames that are here after %i ms are %s', (ms, problem) => {
  expect(findTimeProblem(step, at(ms))).toBe(problem)
})

const EVEN = [1000, 1100, 1200, 1300, 1400]

describe('offsets', () => {
  it.each([
    ['in the step', EVEN],
    ['a little early', [850, 1000, 1200, 1300, 1400]],
    ['until the end of the step', [6600, 6700, 6800, 6900, 7000]],
    ['eight of them', [1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700]],
  ])('%s are possible', (_, offsets) => {
    expect(areOffsetsPossible(offsets, step, at(7100))).toBe(true)
  })

  it.each([
    ['none', []],
    ['four', EVEN.slice(1)],
    ['nine', [...EVEN, 1500, 1600, 1700, 1800]],
    ['before the turn was asked for', [849, 1000, 1200, 1300, 1400]],
    ['after the step', [6600, 6700, 6800, 6900, 7001]],
    ['that stand still', [1000, 1100, 1100, 1300, 1400]],
    ['that fall', [1000, 1100, 1050, 1300, 1400]],
  ])('%s are not', (_, offsets) => {
    expect(areOffsetsPossible(offsets, step, at(7100))).toBe(false)
  })

  it('that lie after the arrival are not, however well they look', () => {
    expect(areOffsetsPossible(EVEN, step, at(1250))).toBe(true)
    expect(areOffsetsPossible(EVEN, step, at(1249))).toBe(false)
  })

  it('have as long again where the person asked for it', () => {
    const late = [12_600, 12_700, 12_800, 12_900, 13_000]
    expect(areOffsetsPossible(late, step, at(13_100))).toBe(false)
    expect(areOffsetsPossible(late, { ...step, isExtended: true }, at(13_100))).toBe(true)
  })
})

describe('a turn', () => {
  const token = new Uint8Array([1, 2, 3])
  const journey = (livenessPolicy: 'none' | 'passive' | 'active' | 'required', ...when: string[]) => ({
    livenessPolicy,
    livenessStepUp: when.length > 0 ? ({ from: 'passive', to: 'active', when } as never) : null,
  })
  const known = { state: 'done', isRequired: false, tokenHash: token, expiresOn: at(0) }
  const asked = { tokenHash: token, isRepeated: false, now: ISSUED }

  it.each([
    ['no journey', undefined, undefined, asked, 'none'],
    ['none', journey('none'), known, asked, 'none'],
    ['required', journey('required'), known, asked, 'none'],
    ['passive', journey('passive'), { ...known, isRequired: true }, asked, 'none'],
    ['active', journey('active'), undefined, asked, 'due'],
    ['active, done', journey('active'), known, asked, 'done'],
    ['active, under way', journey('active'), { ...known, state: 'dealt' }, asked, 'due'],
    ['active, judged', journey('active'), { ...known, state: 'over' }, asked, 'due'],
    ['active, done long ago', journey('active'), { ...known, expiresOn: at(-1) }, asked, 'due'],
    [
      'active, done on another device',
      journey('active'),
      { ...known, tokenHash: new Uint8Array([1, 2, 4]) },
      asked,
      'due',
    ],
    ['step-up, nothing yet', journey('passive', 'photo_source'), undefined, asked, 'none'],
    [
      'step-up, asked for',
      journey('passive', 'photo_source'),
      { ...known, state: 'asked', isRequired: true },
      asked,
      'due',
    ],
    ['step-up, done', journey('passive', 'photo_source'), { ...known, isRequired: true }, asked, 'done'],
    [
      'step-up after declines',
      journey('passive', 'repeated_declines'),
      undefined,
      { ...asked, isRepeated: true },
      'due',
    ],
    [
      'declines that do not count',
      journey('passive', 'photo_source'),
      undefined,
      { ...asked, isRepeated: true },
      'none',
    ],
  ] as const)('%s', (_, of, challenge, when, need) => {
    expect(needOfTurn(of, challenge, when)).toBe(need)
  })
})
