/** What one request did to the budget of its key. */
export interface RateLimitState {
  isAllowed: boolean
  /** Requests a window. */
  limit: number
  remaining: number
  /** Seconds until the window ends, rounded up. */
  resetS: number
}

export interface RateLimiter {
  /** Short name, told to clients. */
  readonly name: string
  /** Counts one request. Never fails: a store that is down is replaced by this process's own count. */
  consume(key: string): Promise<RateLimitState>
}

/** Absent: not limited. */
export interface RateLimits {
  /** Of one tenant on the partner API. */
  partner?: RateLimiter
  /** Of one link on the capture API. */
  capture?: RateLimiter
  /** Of one network address, wherever nobody is known yet. */
  address?: RateLimiter
}
