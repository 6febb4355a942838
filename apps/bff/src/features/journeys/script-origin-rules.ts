import { isLoopback } from '@visavis/shared/is-loopback'

export interface ScriptRules {
  /** What the operator lets vendors' scripts come from, each as `URL.origin` gives it. */
  vendorScriptOrigins: readonly string[]
  /**
   * Journeys may name vendor addresses that are private or plain http. Then scripts may come from this very machine too,
   * where sandboxes are.
   */
  allowPrivateVendors: boolean
}

/**
 * Whether a vendor's script may come from there. Journeys name the address, so partners do: a script runs in the
 * browsers of their people, and the operator answers for what their server opens a page to.
 */
export const isAllowedScript = (
  address: string,
  { vendorScriptOrigins, allowPrivateVendors }: ScriptRules,
): boolean => {
  const url = URL.parse(address)
  if (!url) return false
  return vendorScriptOrigins.includes(url.origin) || (allowPrivateVendors && isLoopback(url.hostname))
}
