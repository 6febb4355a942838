import { stepUp } from './passkey.ts'
import { ApiError } from './request.ts'

/** A browser asks one question at a time: two requests that need the passkey share it. */
let asking: Promise<void> | undefined

const ask = (): Promise<void> => {
  asking ??= stepUp().finally(() => {
    asking = undefined
  })
  return asking
}

const isPasskeyNeeded = (error: unknown): boolean =>
  error instanceof ApiError && error.codes.includes('console_passkey_needed')

/** A request that the server answers only after a fresh look at the passkey: it is asked for, and the request sent again. */
export const withPasskey = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await send()
  } catch (error) {
    if (!isPasskeyNeeded(error)) throw error
    await ask()
    return send()
  }
}
