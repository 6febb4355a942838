import { COMPONENTS, type ComponentName, type ComponentResult } from './components.ts'
import type { FrameQuality } from './frame-types.ts'
import { toScalar } from './scalars.ts'

/** OFIQ's raw value, or an estimate on a scale of our own that brings its scalar along; `undefined`: not known. */
export type RawValue = number | { raw: number; scalar: number } | undefined

export const toResult = (component: ComponentName, value: RawValue): ComponentResult | undefined => {
  if (value === undefined) return undefined
  const { raw, scalar } =
    typeof value === 'number' ? { raw: value, scalar: toScalar(component, value) } : value
  return Number.isFinite(raw) ? { component, isoId: COMPONENTS[component].isoId, raw, scalar } : undefined
}

/** Raw value of a component of a frame; `undefined` when it could not be computed. */
export const rawOf = ({ components }: FrameQuality, name: ComponentName): number | undefined =>
  components.find(({ component }) => component === name)?.raw
