import type { LockoutPolicy } from '@visavis/shared/user-journeys'
import { CheckField } from '../fields/CheckField.tsx'
import { NumberField } from '../fields/NumberField.tsx'

/** As a new journey has it, see docs/user-journeys.md. */
const USUAL: LockoutPolicy = { declines: 5, window: 86_400, for: 86_400 }

interface LockoutFieldsProps {
  lockout: LockoutPolicy | null
  error: string | undefined
  onChange: (lockout: LockoutPolicy | null) => void
}

export const LockoutFields = ({ lockout, error, onChange }: LockoutFieldsProps) => (
  <fieldset className="settings">
    <legend>Lock</legend>
    <CheckField
      label="Declines lock the applicant"
      isOn={lockout !== null}
      onChange={(isOn) => onChange(isOn ? USUAL : null)}
    />
    {lockout && (
      <div className="row">
        <NumberField
          label="Declines"
          value={lockout.declines}
          min={1}
          onChange={(declines) => onChange({ ...lockout, declines: declines ?? 0 })}
        />
        <NumberField
          label="Within, seconds"
          value={lockout.window}
          min={60}
          onChange={(window) => onChange({ ...lockout, window: window ?? 0 })}
        />
        <NumberField
          label="For, seconds"
          value={lockout.for}
          min={60}
          onChange={(seconds) => onChange({ ...lockout, for: seconds ?? 0 })}
        />
      </div>
    )}
    <p className="wrong">{error}</p>
  </fieldset>
)
