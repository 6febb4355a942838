import { GATE_NAMES, type Gate, type GateName, type GateOverrides } from './gates.ts'

/** `headTooSmall` as it is called on the wire: `head_too_small`. */
type SnakeCase<T extends string> = T extends `${infer Head}${infer Rest}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${SnakeCase<Rest>}`
  : T

export type ThresholdName = SnakeCase<GateName>

const toThresholdName = (gate: GateName): ThresholdName =>
  gate.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as ThresholdName

/** Every gate by its name on the wire. */
export const THRESHOLD_NAMES = GATE_NAMES.map(toThresholdName)

/** `undefined` stands for what was left out. */
export type Thresholds = Readonly<
  Partial<Record<ThresholdName, { [K in keyof Gate]?: Gate[K] | undefined } | null>>
>

/** What `parseGates` takes. */
export const toGateOverrides = (thresholds: Thresholds): GateOverrides =>
  Object.fromEntries(
    GATE_NAMES.flatMap((gate) => {
      const threshold = thresholds[toThresholdName(gate)]
      return threshold === undefined ? [] : [[gate, threshold]]
    }),
  )
