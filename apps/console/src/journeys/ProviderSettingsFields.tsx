import type { ConsoleProviderView } from '@visavis/shared/console-settings'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberField.tsx'
import { TextField } from '../fields/TextField.tsx'
import type { Draft } from './draft-rules.ts'
import { toPlainWords } from './journey-words.ts'

type Change = Draft['provider_settings']
type Setting = ConsoleProviderView['settings'][number]

interface ProviderSettingsFieldsProps {
  provider: ConsoleProviderView | undefined
  /** Names of those that are kept. */
  set: readonly string[]
  change: Change
  errorOf: (field: string) => string | undefined
  onChange: (change: Change) => void
}

const without = (change: Change, name: string): Change =>
  Object.fromEntries(Object.entries(change).filter(([key]) => key !== name))

/** Written only: what is kept is named and never shown. */
export const ProviderSettingsFields = ({
  provider,
  set,
  change,
  errorOf,
  onChange,
}: ProviderSettingsFieldsProps) =>
  provider === undefined || provider.settings.length === 0 ? null : (
    <fieldset className="settings">
      <legend>Settings of {provider.id}</legend>
      {provider.settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          isKept={set.includes(setting.name)}
          value={change[setting.name]}
          error={errorOf(`provider_settings__${setting.name}`)}
          onChange={(value) =>
            onChange(
              value === undefined ? without(change, setting.name) : { ...change, [setting.name]: value },
            )
          }
        />
      ))}
    </fieldset>
  )

interface SettingFieldProps {
  setting: Setting
  isKept: boolean
  value: Change[string] | undefined
  error: string | undefined
  /** @param value `undefined`: as it is */
  onChange: (value: Change[string] | undefined) => void
}

const SettingField = ({ setting, isKept, value, error, onChange }: SettingFieldProps) => {
  const { name, kind, choices, required } = setting
  const label = toPlainWords(name)
  const kept = isKept ? 'Kept, and not shown. Leave it empty to keep it.' : required ? 'Needed.' : 'Optional.'
  const common = { label, hint: value === null ? 'Is taken away.' : kept, error }
  const isRemovable = isKept && !required
  return (
    <div>
      {kind === 'text' ? (
        <TextField
          {...common}
          {...(name.endsWith('_key') && name.startsWith('private')
            ? { rows: 4 }
            : { type: name.endsWith('_url') ? 'url' : 'password' })}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(text === '' ? undefined : text)}
        />
      ) : kind === 'number' ? (
        <NumberField
          {...common}
          value={typeof value === 'number' ? value : null}
          onChange={(number) => onChange(number ?? undefined)}
        />
      ) : (
        <ChoiceField
          {...common}
          value={value === undefined || value === null ? '' : String(value)}
          options={[
            ['', isKept ? 'As it is' : 'Default'],
            ...(kind === 'boolean' ? ['true', 'false'] : choices).map((each) => [each, each] as const),
          ]}
          onChange={(text) => onChange(text === '' ? undefined : kind === 'boolean' ? text === 'true' : text)}
        />
      )}
      {isRemovable && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => onChange(value === null ? undefined : null)}
        >
          {value === null ? `Keep ${label.toLowerCase()}` : `Take ${label.toLowerCase()} away`}
        </button>
      )}
    </div>
  )
}
