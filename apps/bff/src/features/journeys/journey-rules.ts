import { contrastOf, MIN_TEXT_CONTRAST } from '@visavis/shared/contrast'
import { type FieldError, fieldErrorIf } from '@visavis/shared/error-details'
import { isLoopback } from '@visavis/shared/is-loopback'
import { isPlainHost } from '@visavis/shared/plain-host'
import { isRedirectRule } from '@visavis/shared/redirect-rules'
import type { JourneyTheme, LivenessPolicy, LivenessStepUp } from '@visavis/shared/user-journeys'

interface Journey {
  allowedRedirectUrls: readonly string[]
  allowedFrameOrigins: readonly string[]
  livenessPolicy: LivenessPolicy
  livenessStepUp: LivenessStepUp | null
  theme: JourneyTheme
}

/** As far as liveness goes. */
interface Capabilities {
  capture: string
  liveness: string
}

/** `required` is the provider's own claim; the looks of our own need a picture of our own. */
export const isLivenessSupported = (policy: LivenessPolicy, { capture, liveness }: Capabilities): boolean => {
  if (policy === 'none') return true
  return policy === 'required' ? liveness !== 'none' : capture === 'selfie-upload'
}

/**
 * What keeps a journey from working, beyond the shape of its fields, as codes of the partner API.
 * @param capabilities those of its provider; `undefined` when there is no such provider
 */
export const findJourneyMistakes = (
  { allowedRedirectUrls, allowedFrameOrigins, livenessPolicy, livenessStepUp, theme }: Journey,
  capabilities: Capabilities | undefined,
): FieldError[] => [
  ...fieldErrorIf(!capabilities, 'provider__unknown'),
  ...fieldErrorIf(
    capabilities !== undefined && !isLivenessSupported(livenessPolicy, capabilities),
    'liveness_policy__not_supported_by_provider',
  ),
  // Where the head is always turned, or nothing is looked at, there is nothing to step up from.
  ...fieldErrorIf(livenessStepUp !== null && livenessPolicy !== 'passive', 'liveness_step_up__not_enabled'),
  ...allowedRedirectUrls.flatMap((rule, index) =>
    fieldErrorIf(!isRedirectRule(rule), `allowed_redirect_urls__${index}__invalid_format`),
  ),
  ...allowedFrameOrigins.flatMap((origin, index) =>
    fieldErrorIf(!isFrameOrigin(origin), `allowed_frame_origins__${index}__invalid_format`),
  ),
  ...findFaintColors(theme),
]

/** Text that many could not read on the colour it stands on (WCAG 2.2, 1.4.3). */
const findFaintColors = ({
  colors: { accent, accent_text, background, text } = {},
}: JourneyTheme): FieldError[] => [
  ...fieldErrorIf(isFaint(accent_text, accent), 'theme__colors__accent_text__contrast_too_low'),
  ...fieldErrorIf(isFaint(text, background), 'theme__colors__text__contrast_too_low'),
]

/** One colour alone is no mistake: the page finds the other one. */
const isFaint = (text: string | undefined, surface: string | undefined): boolean =>
  text !== undefined && surface !== undefined && contrastOf(text, surface) < MIN_TEXT_CONTRAST

/**
 * A camera needs a secure context in every frame above it: TLS, or this machine (W3C Secure Contexts §3.1). The
 * origin ends up in a header where `*` and `;` have a meaning.
 */
export const isFrameOrigin = (text: string): boolean => {
  const url = URL.parse(text)
  if (!url || url.origin !== text || !isPlainHost(url.hostname)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}
