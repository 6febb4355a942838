import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { lookupAll, resolveTarget, type TargetPolicy } from '../../net/resolve-target.ts'
import type { PostInput, PostOutcome, WebhookSender } from './types.ts'
import type { DeliveryErrorKind } from './webhook-deliveries-repo.ts'

/** From looking up the name to the status line of the answer. */
const TIMEOUT_MS = 10_000

interface WebhookSenderOptions extends Partial<TargetPolicy> {
  timeoutMs?: number
}

/** Connects to these addresses whatever the name stands for by now; TLS still asks for the name. */
const pinTo = (addresses: LookupAddress[]): LookupFunction => {
  const [first] = addresses
  return (_hostname, options, callback) => {
    if (options.all) return callback(null, addresses)
    callback(null, first?.address ?? '', first?.family)
  }
}

const CERTIFICATE_CODES = /^(ERR_(TLS|SSL)_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$)/

const toErrorKind = (failure: unknown, isLate: boolean): DeliveryErrorKind => {
  if (isLate) return 'timeout'
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : ''
  return CERTIFICATE_CODES.test(code) ? 'tls' : 'connection'
}

const failed = (error: DeliveryErrorKind): PostOutcome => ({ responseStatus: null, error })

/** Posts to public addresses only, follows no redirect and reads no answer beyond its status line. */
export const createWebhookSender = ({
  allowPrivate = false,
  lookup = lookupAll,
  timeoutMs = TIMEOUT_MS,
}: WebhookSenderOptions = {}): WebhookSender => {
  const policy = { allowPrivate, lookup }

  const post = async ({ url, headers, body }: PostInput, signal: AbortSignal): Promise<PostOutcome> => {
    const target = await resolveTarget(url, policy)
    if (target.kind === 'unresolvable') return failed('dns')
    if (target.kind !== 'ok') return failed('address_refused')
    const agent = new Agent({ connect: { lookup: pinTo(target.addresses), timeout: timeoutMs } })
    try {
      const response = await request(url, { method: 'POST', headers, body, signal, dispatcher: agent })
      const { statusCode } = response
      response.body.on('error', () => {}).destroy()
      const isTaken = statusCode >= 200 && statusCode < 300
      return { responseStatus: statusCode, error: isTaken ? null : 'http_status' }
    } catch (failure) {
      return failed(toErrorKind(failure, signal.aborted))
    } finally {
      await agent.destroy()
    }
  }

  return {
    check: async (url) => (await resolveTarget(url, policy)).kind,
    post: (input) => {
      const signal = AbortSignal.timeout(timeoutMs)
      const late = new Promise<PostOutcome>((resolve) => {
        // A name server that does not answer cannot be told to stop.
        signal.addEventListener('abort', () => resolve(failed('timeout')), { once: true })
      })
      return Promise.race([post(input, signal), late])
    },
  }
}
