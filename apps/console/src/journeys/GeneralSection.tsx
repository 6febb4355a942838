import type { ConsoleProviderView } from '@visavis/shared/console-settings'
import type { Journey } from '../api/journeys.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { ProviderSettingsFields } from './ProviderSettingsFields.tsx'
import { Section } from './Section.tsx'
import { TryProvider } from './TryProvider.tsx'
import type { Editor } from './use-editor.ts'

interface GeneralSectionProps {
  editor: Editor
  journey: Journey
  providers: readonly ConsoleProviderView[]
}

export const GeneralSection = ({
  editor: { draft, set, errorOf },
  journey,
  providers,
}: GeneralSectionProps) => {
  const provider = providers.find(({ id }) => id === draft.provider)
  const isSame = draft.provider === journey.provider
  return (
    <Section title="Journey">
      <TextField
        label="Name"
        hint="For your own people."
        value={draft.name}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <ChoiceField
        label="Provider"
        hint={
          isSame
            ? 'Who takes or compares the pictures.'
            : 'The settings of the provider before are not handed to this one.'
        }
        value={draft.provider}
        error={errorOf('provider')}
        options={providers.map(({ id }) => [id, id] as const)}
        onChange={(provider) => set({ provider, provider_settings: {} })}
      />
      <ProviderSettingsFields
        provider={provider}
        set={isSame ? journey.provider_setting_keys : []}
        change={draft.provider_settings}
        errorOf={errorOf}
        onChange={(provider_settings) => set({ provider_settings })}
      />
      {isSame && provider && provider.settings.length > 0 && <TryProvider journeyId={journey.id} />}
    </Section>
  )
}
