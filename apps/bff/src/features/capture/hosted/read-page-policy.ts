import { isId } from '@visavis/shared/ids'
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

/** What the page of a link needs, as far as its id tells. */
export interface PageNeeds {
  /** Beyond its own origin; nothing where no vendor takes part. */
  vendor: VendorAccess
  /** The page itself takes the picture. */
  takesPicture: boolean
}

/**
 * By the id alone: the token that opens the link never comes with a request for the page. For unknown ids the page needs
 * nothing. The picture of an enrolment is always taken by the page.
 */
export const readPageNeeds = async (deps: PagePolicyDeps, captureId: string): Promise<PageNeeds> => {
  if (isId('faceEnrollment', captureId)) return { vendor: NO_VENDOR, takesPicture: true }
  const provider = isId('attempt', captureId) ? await findProvider(deps, captureId) : undefined
  if (!provider) return { vendor: NO_VENDOR, takesPicture: false }
  const { capture } = provider.capabilities
  if (capture !== 'vendor-sdk') {
    return {
      vendor: { frames: provider.hosted?.pagePolicy?.['frame-src'] ?? [] },
      takesPicture: capture === 'selfie-upload',
    }
  }
  const origin = toScriptOrigin(deps.vendorScriptHost, captureId)
  return { vendor: { frames: origin === undefined ? [] : [origin] }, takesPicture: false }
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
