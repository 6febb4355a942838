import type { SdkRun } from './sdk-run.ts'

interface FaceSessionConfig extends Record<string, unknown> {
  onSuccess: (result: unknown) => void
  onError: (failure: unknown) => void
}

/** What is used of `uqudosdk-web`: a factory as the default export of its global (uqudo docs, "SDK Initialisation"). */
interface UqudoSdk {
  default: {
    create(config: unknown): { faceSession(config: FaceSessionConfig): unknown }
  }
}

/** `data`: the signed result of an incomplete session, where it was asked for. */
const readFailure = (failure: unknown): { code: string; data?: unknown } => {
  const known = typeof failure === 'object' && failure !== null ? failure : {}
  const { code, data } = known as { code?: unknown; data?: unknown }
  return {
    code: typeof code === 'string' ? code : 'UNEXPECTED_ERROR',
    ...(data === undefined ? {} : { data }),
  }
}

/** `options.sdk` goes to the factory, `options.session` to the face session. The script draws over the whole page. */
export const runUqudo = async ({ options, hand }: SdkRun): Promise<() => void> => {
  const { UqudoSDK } = globalThis as { UqudoSDK?: UqudoSdk }
  if (!UqudoSDK) throw new Error('the script brought no UqudoSDK')
  const session = typeof options.session === 'object' ? options.session : {}
  // Older versions answer by a promise as well: the first word counts, the second is dropped.
  const onSuccess = (data: unknown) => hand({ event: 'complete', data })
  const onError = (failure: unknown) => hand({ event: 'error', ...readFailure(failure) })
  await UqudoSDK.default.create(options.sdk).faceSession({ ...session, onSuccess, onError })
  // It has no way to be taken off the page: leaving the page is what ends it.
  return () => {}
}
