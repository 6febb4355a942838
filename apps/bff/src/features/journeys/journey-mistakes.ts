import { compileMessage } from '@visavis/shared/compile-message'
import { type FieldError, fieldErrorIf } from '@visavis/shared/error-details'
import type { ProviderSettings } from '@visavis/shared/user-journeys'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { findJourneyMistakes } from './journey-rules.ts'
import { findSettingMistakes } from './provider-setting-mistakes.ts'
import type { ScriptRules } from './script-origin-rules.ts'
import type { UserJourney } from './user-journeys-repo.ts'

type Checked = Pick<
  UserJourney,
  'allowedRedirectUrls' | 'allowedFrameOrigins' | 'livenessPolicy' | 'livenessStepUp' | 'theme' | 'copy'
>

/** Everything that keeps a journey from working, beyond the shape of its fields, as codes of the partner API. */
export const listJourneyMistakes = (
  journey: Checked,
  settings: ProviderSettings,
  definition: ProviderDefinition | undefined,
  rules: ScriptRules,
): FieldError[] => {
  const inSettings = findSettingMistakes(settings, { ...rules, definition })
  // What wrong settings would make of the provider is nobody's guess.
  const capabilities =
    inSettings.length === 0 ? definition?.capabilitiesOf(settings) : definition?.capabilities
  return [...findJourneyMistakes(journey, capabilities), ...findCopyMistakes(journey.copy), ...inSettings]
}

const findCopyMistakes = (copy: UserJourney['copy']): FieldError[] =>
  Object.entries(copy).flatMap(([key, text]) =>
    fieldErrorIf(compileMessage(text) === undefined, `copy__${key}__invalid_format`),
  )
