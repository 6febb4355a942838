import type { UpdateUserJourney } from '@visavis/shared/user-journeys'
import type { Journey } from '../api/journeys.ts'

/** A journey while somebody edits it, every field there. Its settings are written only: those that are to change. */
export type Draft = { [Name in keyof UpdateUserJourney]-?: Exclude<UpdateUserJourney[Name], undefined> }

export const toDraft = ({
  id: _,
  created_on: __,
  modified_on: ___,
  provider_setting_keys: ____,
  _links: _____,
  ...given
}: Journey): Draft =>
  // What an answer leaves out is not there at all: nothing undefined takes the place of a null.
  ({
    locale: null,
    liveness_step_up: null,
    photo_upload: null,
    lockout: null,
    metadata_retention_days: null,
    alternative_url: null,
    consent_notice: null,
    ...given,
    provider_settings: {},
  }) as Draft

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is different: only that is sent, and only that is checked anew. */
export const toChange = (before: Draft, after: Draft): UpdateUserJourney =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !isSame(value, before[name as keyof Draft])),
  )

export const isChanged = (before: Draft, after: Draft): boolean =>
  Object.keys(toChange(before, after)).length > 0
