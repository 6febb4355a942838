import { afterEach, expect, it, vi } from 'vitest'
import { runOnfido } from './run-onfido.ts'
import { runUqudo } from './run-uqudo.ts'

const element = {} as HTMLElement
afterEach(() => {
  vi.unstubAllGlobals()
})

it('runs Onfido in the element it is given, and takes it off again', async () => {
  const tearDown = vi.fn()
  let given: Record<string, (value?: unknown) => void> = {}
  vi.stubGlobal('Onfido', {
    init: (options: typeof given) => {
      given = options
      return { tearDown }
    },
  })
  const hand = vi.fn()
  const stop = await runOnfido({ element, options: { token: 't', workflowRunId: 'r' }, hand })
  expect(given).toMatchObject({ token: 't', workflowRunId: 'r', containerEl: element })
  given.onComplete?.({ id: 1 })
  given.onError?.({ type: 'expired_token', message: 'about a person' })
  given.onUserExit?.('USER_CONSENT_DENIED')
  expect(hand.mock.calls).toEqual([
    [{ event: 'complete', data: { id: 1 } }],
    [{ event: 'error', code: 'expired_token' }],
    [{ event: 'exit', reason: 'USER_CONSENT_DENIED' }],
  ])
  stop()
  expect(tearDown).toHaveBeenCalledOnce()
})

it('runs uqudo’s face session', async () => {
  const created: unknown[] = []
  const hand = vi.fn()
  const faceSession = vi.fn(({ onSuccess, onError }) => {
    onSuccess('jws')
    onError({ code: 'TOO_MANY', data: 'partial' })
    onError(new Error('x'))
  })
  vi.stubGlobal('UqudoSDK', {
    default: {
      create: (config: unknown) => {
        created.push(config)
        return { faceSession }
      },
    },
  })
  await runUqudo({ element, options: { sdk: { nonce: 'n' }, session: { sessionId: 's' } }, hand })
  expect(created).toEqual([{ nonce: 'n' }])
  expect(faceSession.mock.calls[0]?.[0]).toMatchObject({ sessionId: 's' })
  expect(hand.mock.calls).toEqual([
    [{ event: 'complete', data: 'jws' }],
    [{ event: 'error', code: 'TOO_MANY', data: 'partial' }],
    [{ event: 'error', code: 'UNEXPECTED_ERROR' }],
  ])
})

it.each([
  ['Onfido', runOnfido],
  ['UqudoSDK', runUqudo],
])('fails where the script brought no %s', async (_, run) => {
  await expect(run({ element, options: {}, hand: () => {} })).rejects.toThrow()
})
