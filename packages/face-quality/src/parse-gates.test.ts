import { describe, expect, it } from 'vitest'
import { ENROLMENT_OVERRIDES, GATE_NAMES, GATES } from './gates.ts'
import { GateConfigError, parseGates } from './parse-gates.ts'

describe('parseGates', () => {
  it('gives the defaults', () => {
    expect(parseGates()).toEqual(
      Object.fromEntries(
        GATE_NAMES.map((name) => {
          const { enter, leave, blocks } = GATES[name]
          return [name, { enter, leave, blocks }]
        }),
      ),
    )
  })

  it('accepts its own answer: the defaults are valid', () => {
    expect(parseGates(parseGates())).toEqual(parseGates())
  })

  it('changes what is named and nothing else', () => {
    const gates = parseGates({ yaw: { enter: 20 }, motion: null, roll: undefined })
    expect(gates).toEqual({ ...parseGates(), yaw: { enter: 20, leave: 12, blocks: true }, motion: null })
  })

  it('is stricter for enrolment', () => {
    const [normal, strict] = [parseGates(), parseGates(ENROLMENT_OVERRIDES)]
    for (const name of ['yaw', 'pitchUp', 'pitchDown', 'roll'] as const) {
      expect(strict[name]?.enter).toBeLessThan(normal[name]?.enter ?? 0)
    }
  })

  it.each([
    ['no object', 'strict', 'gates must be an object'],
    ['a list', [], 'gates must be an object'],
    [
      'an unknown gate',
      { brightness: { enter: 1 } },
      'there is no gate "brightness"; there are secondFace, ',
    ],
    ['an inherited name', { constructor: null }, 'there is no gate "constructor"'],
    ['a bare number', { yaw: 20 }, 'gate "yaw" must be an object or null'],
    ['an unknown field', { yaw: { max: 20 } }, 'gate "yaw" has no "max"; it has enter, leave and blocks'],
    ['text', { yaw: { enter: '20' } }, 'gate "yaw": enter must be a number from 0 to 90, not 20'],
    ['no number', { yaw: { enter: Number.NaN } }, 'gate "yaw": enter must be a number from 0 to 90, not NaN'],
    [
      'out of range',
      { eyesOpen: { enter: 35 } },
      'gate "eyesOpen": enter must be a number from 0 to 0.2, not 35',
    ],
    [
      'null as a bound',
      { yaw: { leave: null } },
      'gate "yaw": leave must be a number from 0 to 90, not null',
    ],
    [
      'a band the wrong way round',
      { yaw: { enter: 10 } },
      'gate "yaw" fails above 10: leave must be at most that, not 12',
    ],
    [
      'a band the wrong way round, below',
      { interEyeDistance: { enter: 120 } },
      'gate "interEyeDistance" fails below 120: leave must be at least that, not 96',
    ],
    ['blocks that is no boolean', { yaw: { blocks: 1 } }, 'gate "yaw": blocks must be true or false, not 1'],
    [
      'heads that no distance suits',
      { headTooSmall: { enter: 0.4, leave: 0.41 } },
      'no head is larger than 0.41 and smaller than 0.4: headTooSmall, headTooLarge',
    ],
  ])('refuses %s', (_, overrides, message) => {
    expect(() => parseGates(overrides)).toThrow(GateConfigError)
    expect(() => parseGates(overrides)).toThrow(message)
  })
})
