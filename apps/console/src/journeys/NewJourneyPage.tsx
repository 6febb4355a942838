import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import {
  createJourney,
  forgetJourneyLists,
  journeyQuery,
  type NewJourney,
  providersQuery,
} from '../api/journeys.ts'
import { ApiError } from '../api/request.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { toFieldWords } from '../words/field-words.ts'
import { ProviderSettingsFields } from './ProviderSettingsFields.tsx'
import './journeys.css'

/** What a journey cannot do without; everything else has a default, and a page to change it. */
export const NewJourneyPage = () => {
  const [draft, setDraft] = useState<NewJourney>({ name: '', provider: 'embedded', provider_settings: {} })
  const providers = useQuery(providersQuery)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => createJourney(draft),
    onSuccess: async (journey) => {
      client.setQueryData(journeyQuery(journey.id).queryKey, journey)
      await forgetJourneyLists(client)
      await navigate({ to: '/journeys/$id', params: { id: journey.id } })
    },
  })
  const codes = error instanceof ApiError ? error.codes : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) mutate()
  }
  return (
    <>
      <Heading title="New journey" />
      <Trouble error={providers.error ?? error} />
      {providers.data && (
        <form className="card settings" onSubmit={submit}>
          <TextField
            label="Name"
            hint="For your own people."
            value={draft.name}
            error={toFieldWords(codes, 'name')}
            onChange={(name) => setDraft({ ...draft, name })}
          />
          <ChoiceField
            label="Provider"
            hint="Who takes or compares the pictures."
            value={draft.provider}
            error={toFieldWords(codes, 'provider')}
            options={providers.data.data.map(({ id }) => [id, id] as const)}
            onChange={(provider) => setDraft({ ...draft, provider, provider_settings: {} })}
          />
          <ProviderSettingsFields
            provider={providers.data.data.find(({ id }) => id === draft.provider)}
            set={[]}
            change={draft.provider_settings}
            errorOf={(field) => toFieldWords(codes, field)}
            onChange={(change) =>
              setDraft({ ...draft, provider_settings: change as NewJourney['provider_settings'] })
            }
          />
          <div className="save">
            <button type="submit" className="button button-primary" aria-disabled={isPending}>
              Create the journey
            </button>
          </div>
        </form>
      )}
    </>
  )
}
