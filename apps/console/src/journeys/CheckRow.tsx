import type { JourneyThresholds } from '@visavis/shared/journey-thresholds'
import { CheckField } from '../fields/CheckField.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberField.tsx'
import type { Check } from './checks.ts'
import { toPlainWords } from './journey-words.ts'

type Value = JourneyThresholds[keyof JourneyThresholds]
type State = 'usual' | 'off' | 'own'

interface CheckRowProps {
  check: Check
  value: Value
  onChange: (value: Value) => void
  onLook: () => void
}

const toState = (value: Value): State => (value === undefined ? 'usual' : value === null ? 'off' : 'own')

const toUsualWords = ({ usual, fails }: Check): string =>
  usual === null
    ? 'Usually off'
    : `Usually fails ${fails} ${usual.enter}, recovers at ${usual.leave}${usual.blocks ? '' : ', a hint'}`

/** One check: as usual, off, or with values of its own. */
export const CheckRow = ({ check, value, onChange, onLook }: CheckRowProps) => {
  const words = toPlainWords(check.name)
  const band = value ?? {}
  const set = (change: NonNullable<Value>) => {
    const next = Object.entries({ ...band, ...change }).filter(([, each]) => each !== undefined)
    onChange(Object.fromEntries(next))
  }
  return (
    <fieldset className="check-row">
      <legend>{words}</legend>
      <ChoiceField
        label={`State of: ${words}`}
        hint={toUsualWords(check)}
        value={toState(value)}
        options={[
          ['usual', 'As usual'],
          ['own', check.usual === null ? 'On' : 'Changed'],
          ['off', 'Off'],
        ]}
        onChange={(state) => onChange(state === 'usual' ? undefined : state === 'off' ? null : {})}
      />
      {value && (
        <div className="row">
          <NumberField
            label="Fails beyond"
            value={value.enter ?? null}
            step="any"
            placeholder={String(check.usual?.enter ?? '')}
            onChange={(enter) => set({ enter: enter ?? undefined })}
          />
          <NumberField
            label="Recovers at"
            value={value.leave ?? null}
            step="any"
            placeholder={String(check.usual?.leave ?? '')}
            onChange={(leave) => set({ leave: leave ?? undefined })}
          />
          <CheckField
            label="Blocks the picture"
            isOn={value.blocks ?? check.usual?.blocks ?? false}
            onChange={(blocks) => set({ blocks })}
          />
        </div>
      )}
      <button
        type="button"
        className="button button-quiet"
        aria-label={`Show what people are told: ${words}`}
        onClick={onLook}
      >
        Show what people are told
      </button>
    </fieldset>
  )
}
