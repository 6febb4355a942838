import type { FieldError } from '@visavis/shared/error-details'
import type { ProviderSettings } from '@visavis/shared/user-journeys'
import { findRefusal } from '../../net/resolve-target.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { isAllowedScript, type ScriptRules } from './script-origin-rules.ts'

interface Rules extends ScriptRules {
  definition: Pick<ProviderDefinition, 'findMistakes'> | undefined
}

/**
 * What is wrong with a journey's provider settings, one code a mistake: `provider_settings__api_key__required`. Keys
 * that end in `_url` are addresses and follow the operator's rules; `script_url` is one that browsers run. The values are
 * in no code.
 */
export const findSettingMistakes = (
  settings: ProviderSettings,
  { definition, ...rules }: Rules,
): FieldError[] => {
  if (!definition) return []
  const addresses = Object.entries(settings).flatMap(([key, value]) => {
    const url = key.endsWith('_url') && typeof value === 'string' ? URL.parse(value) : null
    const refusal = url && findRefusal(url, rules.allowPrivateVendors)
    if (refusal) return [`${key}__${refusal}` as const]
    return url && key === 'script_url' && !isAllowedScript(url.href, rules)
      ? [`${key}__origin_not_allowed` as const]
      : []
  })
  return [...definition.findMistakes(settings), ...addresses].map(
    (code) => `provider_settings__${code}` as FieldError,
  )
}
