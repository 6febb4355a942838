import type { SdkRun } from './sdk-run.ts'

/** What is used of `onfido-sdk-ui` 14 (its README, "Initialization options"). */
interface OnfidoSdk {
  init(options: Record<string, unknown>): { tearDown?: () => unknown } | undefined
}

const readCode = (value: unknown): string => {
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const code = typeof value === 'string' ? value : (record.type ?? record.code)
  return typeof code === 'string' ? code : 'unknown'
}

export const runOnfido = async ({ element, options, hand }: SdkRun): Promise<() => void> => {
  const { Onfido } = globalThis as { Onfido?: OnfidoSdk }
  if (!Onfido) throw new Error('the script brought no Onfido')
  const handle = await Onfido.init({
    ...options,
    containerEl: element,
    onComplete: (data: unknown) => hand({ event: 'complete', data }),
    onError: (failure: unknown) => hand({ event: 'error', code: readCode(failure) }),
    onUserExit: (reason: unknown) => hand({ event: 'exit', reason: readCode(reason) }),
  })
  return () => void handle?.tearDown?.()
}
