import type { JourneyTheme } from '@visavis/shared/user-journeys'
import { CheckField } from '../fields/CheckField.tsx'
import { NumberField } from '../fields/NumberField.tsx'
import { ColorField } from './ColorField.tsx'
import { ContrastList } from './ContrastList.tsx'
import { LogoField } from './LogoField.tsx'
import { Section } from './Section.tsx'
import type { Editor } from './use-editor.ts'

const COLORS = [
  ['accent', 'Accent', 'Buttons and links.'],
  ['accent_text', 'Text on the accent', 'Empty: black or white, whichever reads better.'],
  ['background', 'Background', 'Empty: as light or dark as the device.'],
  ['text', 'Text', 'Empty: the one that fits the background.'],
] as const

/** Without what is not set: the server takes no empty fields. */
const compact = <Of extends object>(given: Of): Partial<Of> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Of>

export const LookSection = ({ editor: { draft, set, errorOf } }: { editor: Editor }) => {
  const { colors = {}, ...theme } = draft.theme
  const change = (next: { [Name in keyof JourneyTheme]: JourneyTheme[Name] | undefined }) =>
    set({ theme: compact({ ...draft.theme, ...next }) as JourneyTheme })
  const changeColor = (name: (typeof COLORS)[number][0], color: string | undefined) => {
    const next = compact({ ...colors, [name]: color })
    change({ colors: Object.keys(next).length === 0 ? undefined : next })
  }
  return (
    <Section title="Look">
      <div className="row">
        {COLORS.map(([name, label, hint]) => (
          <ColorField
            key={name}
            label={label}
            hint={hint}
            value={colors[name]}
            error={errorOf(`theme__colors__${name}`)}
            onChange={(color) => changeColor(name, color)}
          />
        ))}
      </div>
      <ContrastList colors={colors} />
      <NumberField
        label="Roundness of corners"
        hint="0 to 32 pixels. Empty: 14."
        value={theme.radius ?? null}
        error={errorOf('theme__radius')}
        min={0}
        max={32}
        onChange={(radius) => change({ radius: radius ?? undefined })}
      />
      <LogoField value={theme.logo} error={errorOf('theme__logo')} onChange={(logo) => change({ logo })} />
      <CheckField
        label="Guidance is spoken, with tones, until the person switches it off"
        isOn={theme.sound === true}
        onChange={(isOn) => change({ sound: isOn ? true : undefined })}
      />
    </Section>
  )
}
