import { GATE_NAMES, GATES, type Gate, type GateName, type Gates } from './gates.ts'

/** A configuration of gates that cannot be meant. The message names the gate, the value and what would do. */
export class GateConfigError extends Error {
  override name = 'GateConfigError'
}

const refuse = (message: string): never => {
  throw new GateConfigError(message)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parseGate = (name: GateName, override: unknown): Gate | null => {
  const { fails, range, enter, leave, blocks } = GATES[name]
  if (override === null) return null
  if (!isRecord(override)) return refuse(`gate "${name}" must be an object or null`)
  const merged: Record<string, unknown> = { enter, leave, blocks }
  for (const [key, value] of Object.entries(override)) {
    if (!(key in merged)) refuse(`gate "${name}" has no "${key}"; it has enter, leave and blocks`)
    if (value !== undefined) merged[key] = value
  }
  const bound = (key: 'enter' | 'leave'): number => {
    const value = merged[key]
    const [least, most] = range
    return typeof value === 'number' && value >= least && value <= most
      ? value
      : refuse(`gate "${name}": ${key} must be a number from ${least} to ${most}, not ${String(value)}`)
  }
  const gate = { enter: bound('enter'), leave: bound('leave') }
  if (fails === 'above' ? gate.leave > gate.enter : gate.leave < gate.enter) {
    const relation = fails === 'above' ? 'at most' : 'at least'
    refuse(`gate "${name}" fails ${fails} ${gate.enter}: leave must be ${relation} that, not ${gate.leave}`)
  }
  return typeof merged.blocks === 'boolean'
    ? { ...gate, blocks: merged.blocks }
    : refuse(`gate "${name}": blocks must be true or false, not ${String(merged.blocks)}`)
}

/**
 * The default gates with some of them changed (`{ yaw: { enter: 20 } }`) or switched off (`{ motion: null }`).
 * `undefined` changes nothing.
 * @throws GateConfigError for an unknown gate, a value out of range, a band the wrong way round, or head sizes
 * that leave no distance at which a face would do.
 */
export const parseGates = (overrides: unknown = {}): Gates => {
  if (!isRecord(overrides)) return refuse('gates must be an object')
  for (const name of Object.keys(overrides)) {
    if (!Object.hasOwn(GATES, name)) refuse(`there is no gate "${name}"; there are ${GATE_NAMES.join(', ')}`)
  }
  const gates = Object.fromEntries(
    GATE_NAMES.map((name) => [name, parseGate(name, overrides[name] === undefined ? {} : overrides[name])]),
  ) as Record<GateName, Gate | null>
  const { headTooSmall: small, headTooLarge: large } = gates
  if (small && large && small.leave >= large.leave) {
    refuse(
      `no head is larger than ${small.leave} and smaller than ${large.leave}: headTooSmall, headTooLarge`,
    )
  }
  return gates
}
