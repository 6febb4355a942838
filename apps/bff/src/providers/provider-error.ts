import type { ProviderErrorKind } from '@visavis/shared/console-settings'

export type { ProviderErrorKind }

interface ProviderErrorOptions {
  cause?: unknown
  /** Of the vendor's answer, if there was one. */
  status?: number | undefined
  /** The vendor's own name for the trouble; a word, never a sentence: that may quote what was sent. */
  code?: string | undefined
}

/** Trouble at the provider; says nothing about the person. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly provider: string
  readonly kind: ProviderErrorKind
  readonly status: number | undefined
  readonly code: string | undefined

  constructor(provider: string, kind: ProviderErrorKind, options: ProviderErrorOptions = {}) {
    const details = [options.status, options.code].filter((part) => part !== undefined)
    const message = [`${provider}: ${kind}`, ...details].join(' ')
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.provider = provider
    this.kind = kind
    this.status = options.status
    this.code = options.code
  }
}
