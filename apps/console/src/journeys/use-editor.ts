import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { forgetJourneyLists, type Journey, journeyQuery, updateJourney } from '../api/journeys.ts'
import { ApiError } from '../api/request.ts'
import { toFieldWords } from '../words/field-words.ts'
import { type Draft, isChanged, toChange, toDraft } from './draft-rules.ts'

export interface Editor {
  draft: Draft
  set: (change: Partial<Draft>) => void
  /** What the server found wrong with a field when it was last asked. */
  errorOf: (field: string) => string | undefined
  isChanged: boolean
  isSaving: boolean
  isSaved: boolean
  error: Error | null
  /** The error is one of fields: they say it. */
  isRefused: boolean
  save: () => void
  reset: () => void
}

/** A journey between what is saved and what is typed. */
export const useEditor = (journey: Journey): Editor => {
  const client = useQueryClient()
  const [saved, setSaved] = useState(() => toDraft(journey))
  const [draft, setDraft] = useState(saved)
  const { mutate, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: () => updateJourney(journey.id, toChange(saved, draft)),
    onSuccess: async (answer) => {
      const next = toDraft(answer)
      setSaved(next)
      setDraft(next)
      client.setQueryData(journeyQuery(journey.id).queryKey, answer)
      await forgetJourneyLists(client)
    },
  })
  const codes = error instanceof ApiError ? error.codes : []
  const hasChanged = isChanged(saved, draft)
  return {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    errorOf: (field) => toFieldWords(codes, field),
    isChanged: hasChanged,
    isSaving: isPending,
    isSaved: isSuccess && !hasChanged,
    error,
    isRefused: error instanceof ApiError && error.status === 422,
    save: () => {
      if (hasChanged && !isPending) mutate()
    },
    reset: () => {
      setDraft(saved)
      reset()
    },
  }
}
