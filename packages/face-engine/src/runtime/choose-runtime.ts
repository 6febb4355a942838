import { importRuntime } from './open-runtime.ts'
import type { RuntimeKind } from './runtime.ts'

/** `auto`: native code, and WebAssembly where that does not load. */
export type RuntimeSetting = RuntimeKind | 'auto'

export interface ChosenRuntime {
  kind: RuntimeKind
  /** Why native code does not load, when it was tried first. */
  nativeFailure?: unknown
}

/** @throws when what was asked for does not load */
export const chooseRuntime = async (
  setting: RuntimeSetting,
  tryImport: (kind: RuntimeKind) => Promise<unknown> = importRuntime,
): Promise<ChosenRuntime> => {
  if (setting === 'auto') {
    try {
      await tryImport('native')
      return { kind: 'native' }
    } catch (nativeFailure) {
      await tryImport('wasm')
      return { kind: 'wasm', nativeFailure }
    }
  }
  await tryImport(setting)
  return { kind: setting }
}
