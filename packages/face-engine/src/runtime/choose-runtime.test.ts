import { expect, it } from 'vitest'
import { chooseRuntime } from './choose-runtime.ts'
import type { RuntimeKind } from './runtime.ts'

const only = (...loads: RuntimeKind[]) => {
  const tried: RuntimeKind[] = []
  const tryImport = async (kind: RuntimeKind) => {
    tried.push(kind)
    if (!loads.includes(kind)) throw new Error(`no ${kind}`)
  }
  return { tried, tryImport }
}

it('takes native code where it loads, and tries nothing else', async () => {
  const { tried, tryImport } = only('native', 'wasm')
  expect(await chooseRuntime('auto', tryImport)).toEqual({ kind: 'native' })
  expect(tried).toEqual(['native'])
})

it('falls back to WebAssembly, and says why', async () => {
  const { tryImport } = only('wasm')
  expect(await chooseRuntime('auto', tryImport)).toEqual({
    kind: 'wasm',
    nativeFailure: new Error('no native'),
  })
})

it.each(['native', 'wasm'] as const)('takes %s alone when told to', async (kind) => {
  const { tried, tryImport } = only(kind)
  expect(await chooseRuntime(kind, tryImport)).toEqual({ kind })
  expect(tried).toEqual([kind])
})

it.each(['native', 'wasm', 'auto'] as const)('fails when %s does not load', async (setting) => {
  await expect(chooseRuntime(setting, only().tryImport)).rejects.toThrow(/^no (native|wasm)$/)
})
