import { NO_VENDOR, type VendorAccess } from '../../../http/security-headers.ts'
import type { PagePolicy } from '../../../providers/hosted-capture.ts'
import type { FaceProvider } from '../../../providers/types.ts'
import {
  getJourneyProvider,
  getVendorProvider,
  isAllowedScript,
  type ScriptRules,
} from '../../journeys/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { toScriptOrigin } from './script-host-rules.ts'

export type PagePolicyDeps = Pick<
  CaptureDeps,
  'database' | 'providers' | 'sealer' | 'vendorScriptHost' | keyof ScriptRules
>

/**
 * What the page of an attempt needs beyond its own origin; nothing where no vendor takes part, and for unknown ids. By
 * the id alone: the token that opens the attempt never comes with a request for the page.
 */
export const readPagePolicy = async (deps: PagePolicyDeps, attemptId: string): Promise<VendorAccess> => {
  const provider = await findProvider(deps, attemptId)
  if (!provider) return NO_VENDOR
  if (provider.capabilities.capture !== 'vendor-sdk') {
    return { frames: provider.hosted?.pagePolicy?.['frame-src'] ?? [] }
  }
  const origin = toScriptOrigin(deps.vendorScriptHost, attemptId)
  return { frames: origin === undefined ? [] : [origin] }
}

/** What the document needs that the vendor's script runs in; `undefined`: no script runs for that attempt. */
export const readScriptPolicy = async (
  deps: PagePolicyDeps,
  attemptId: string,
): Promise<PagePolicy | undefined> => {
  const provider = await findProvider(deps, attemptId)
  const isScript = provider?.capabilities.capture === 'vendor-sdk' && mayRunScripts(deps, provider)
  return isScript ? provider.hosted?.pagePolicy : undefined
}

/** Whether the operator lets the scripts of this vendor run; without one there is nothing to let. */
export const mayRunScripts = (
  rules: ScriptRules & Pick<CaptureDeps, 'vendorScriptHost'>,
  { capabilities, hosted }: Pick<FaceProvider, 'capabilities' | 'hosted'>,
): boolean => {
  if (capabilities.capture !== 'vendor-sdk') return true
  const scripts = hosted?.pagePolicy?.['script-src'] ?? []
  return rules.vendorScriptHost !== undefined && scripts.every((origin) => isAllowedScript(origin, rules))
}

const findProvider = async (deps: PagePolicyDeps, attemptId: string): Promise<FaceProvider | undefined> => {
  const journey = await deps.database.linkJourneys.findByAttempt(attemptId)
  if (!journey) return undefined
  const capture = await deps.database.vendorCaptures.find(attemptId)
  const isUnderWay = capture?.status === 'open'
  if (!deps.providers.find(isUnderWay ? capture.provider : journey.provider)) return undefined
  // What was begun at a vendor is finished there, whatever the journey has changed to since.
  return isUnderWay ? getVendorProvider(deps, capture) : getJourneyProvider(deps, journey)
}
