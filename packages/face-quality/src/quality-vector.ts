import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from './components.ts'
import type { FrameQuality } from './frame-types.ts'

/** `x` and the id of ISO/IEC 29794-5 in hexadecimal: `x49` is Sharpness. */
export type QualityKey = `x${string}`

const keyOf = (name: ComponentName): QualityKey => `x${COMPONENTS[name].isoId.toString(16)}`

/** The components that are computed here. */
export const QUALITY_KEYS: readonly QualityKey[] = COMPONENT_NAMES.filter(
  (name) => COMPONENTS[name].method !== 'mapped-only',
).map(keyOf)

/** Scalars, 0–100, of what could be computed; empty without a face. */
export type QualityVector = Readonly<Partial<Record<QualityKey, number>>>

export const toQualityVector = ({ components }: FrameQuality): QualityVector =>
  Object.fromEntries(components.map(({ component, scalar }) => [keyOf(component), scalar]))

/** A Dictionary of Integers (RFC 8941 §3.2): `x43=71, x49=88`. */
export const formatQuality = (vector: QualityVector): string =>
  Object.entries(vector)
    .map(([key, scalar]) => `${key}=${scalar}`)
    .join(', ')
