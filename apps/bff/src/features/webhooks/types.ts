import type { Target } from '../../net/resolve-target.ts'
import type { DeliveryErrorKind } from './webhook-deliveries-repo.ts'

export interface PostInput {
  url: string
  headers: Record<string, string>
  body: string
}

/** Anything that is no 2xx carries an error; redirects are not followed and count as such. */
export interface PostOutcome {
  responseStatus: number | null
  error: DeliveryErrorKind | null
}

/** The way out to the partner's server. */
export interface WebhookSender {
  /** Whether anything may be sent there, as of now: names can change what they stand for, so `post` looks again. */
  check(url: string): Promise<Target['kind']>
  post(input: PostInput): Promise<PostOutcome>
}
