import { CheckField } from '../fields/CheckField.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberField.tsx'
import {
  ENROLMENT_OPTIONS,
  LEVEL_OPTIONS,
  LIVENESS_OPTIONS,
  REPLAY_OPTIONS,
  REVIEW_OPTIONS,
  STEP_UP_WORDS,
} from './journey-words.ts'
import { LockoutFields } from './LockoutFields.tsx'
import { Section } from './Section.tsx'
import type { Editor } from './use-editor.ts'

/** Not from the schema: the console does without the library that checks it. */
const STEP_UP_REASONS = Object.keys(STEP_UP_WORDS) as (keyof typeof STEP_UP_WORDS)[]

export const DecisionSection = ({ editor: { draft, set, errorOf } }: { editor: Editor }) => (
  <Section title="Decision">
    <ChoiceField
      label="Match level"
      hint="How alike two faces have to be. A match below it is declined."
      value={String(draft.minimum_match_level) as '1' | '2' | '3' | '4' | '5'}
      error={errorOf('minimum_match_level')}
      options={LEVEL_OPTIONS}
      onChange={(level) => set({ minimum_match_level: Number(level) })}
    />
    <ChoiceField
      label="A living person"
      hint="Passive and active are our own looks: measured, but not tested under ISO/IEC 30107-3, and not certified."
      value={draft.liveness_policy}
      error={errorOf('liveness_policy')}
      options={LIVENESS_OPTIONS}
      onChange={(liveness_policy) =>
        // With anything else there is nothing to step up from.
        set({ liveness_policy, ...(liveness_policy === 'passive' ? {} : { liveness_step_up: null }) })
      }
    />
    {draft.liveness_policy === 'passive' && (
      <fieldset className="settings">
        <legend>The head has to be turned all the same where</legend>
        {STEP_UP_REASONS.map((reason) => {
          const when = draft.liveness_step_up?.when ?? []
          return (
            <CheckField
              key={reason}
              label={STEP_UP_WORDS[reason]}
              isOn={when.includes(reason)}
              onChange={(isOn) => {
                const next = STEP_UP_REASONS.filter((each) => (each === reason ? isOn : when.includes(each)))
                set({
                  liveness_step_up: next.length === 0 ? null : { from: 'passive', to: 'active', when: next },
                })
              }}
            />
          )
        })}
        <p className="wrong">{errorOf('liveness_step_up')}</p>
      </fieldset>
    )}
    <ChoiceField
      label="A new face of somebody who has one"
      value={draft.enrolment_match}
      error={errorOf('enrolment_match')}
      options={ENROLMENT_OPTIONS}
      onChange={(enrolment_match) => set({ enrolment_match })}
    />
    <ChoiceField
      label="Who looks at a decision again"
      value={draft.review}
      error={errorOf('review')}
      options={REVIEW_OPTIONS}
      onChange={(review) => set({ review })}
    />
    <CheckField
      label="A review takes two people who agree"
      hint="Of faces too."
      isOn={draft.review_four_eyes}
      onChange={(review_four_eyes) => set({ review_four_eyes })}
    />
    <ChoiceField
      label="A copy of a picture that is already here"
      value={draft.replay_check}
      error={errorOf('replay_check')}
      options={REPLAY_OPTIONS}
      onChange={(replay_check) => set({ replay_check })}
    />
    <NumberField
      label="Attempts that may fail"
      hint="1 to 20; then it is inconclusive and over."
      value={draft.retry_limit}
      error={errorOf('retry_limit')}
      min={1}
      max={20}
      onChange={(limit) => set({ retry_limit: limit ?? 0 })}
    />
    <LockoutFields
      lockout={draft.lockout}
      error={errorOf('lockout')}
      onChange={(lockout) => set({ lockout })}
    />
    <CheckField
      label="Enrolled faces can be searched (1:N)"
      isOn={draft.one_to_n}
      onChange={(one_to_n) => set({ one_to_n })}
    />
  </Section>
)
