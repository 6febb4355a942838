import { LOCALES } from '@visavis/shared/locales'
import { CheckField } from '../fields/CheckField.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { LinesField } from '../fields/LinesField.tsx'
import { NumberField } from '../fields/NumberField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { LOCALE_WORDS, PHOTO_OPTIONS } from './journey-words.ts'
import { Section } from './Section.tsx'
import type { Editor } from './use-editor.ts'

interface PageSectionProps {
  editor: Editor
}

/** Where it may stand, and where people may go from it. */
export const AddressSection = ({ editor: { draft, set, errorOf } }: PageSectionProps) => (
  <Section title="Addresses">
    <LinesField
      label="People may be sent back to"
      hint="One a line, origin and path: https://shop.example/signin allows all below. An empty list allows nothing."
      value={draft.allowed_redirect_urls}
      error={errorOf('allowed_redirect_urls')}
      onChange={(allowed_redirect_urls) => set({ allowed_redirect_urls })}
    />
    <LinesField
      label="Origins that may frame the capture page"
      hint="One a line, without a path: https://shop.example."
      value={draft.allowed_frame_origins}
      error={errorOf('allowed_frame_origins')}
      onChange={(allowed_frame_origins) => set({ allowed_frame_origins })}
    />
    <TextField
      label="Another way without a face"
      hint="Offered on the capture page. Empty: none."
      type="url"
      value={draft.alternative_url ?? ''}
      error={errorOf('alternative_url')}
      onChange={(text) => set({ alternative_url: text === '' ? null : text })}
    />
  </Section>
)

export const CaptureSection = ({ editor: { draft, set, errorOf } }: PageSectionProps) => {
  const locale = draft.locale ?? ''
  const known = LOCALES.map((name) => [name as string, LOCALE_WORDS[name]] as const)
  return (
    <Section title="Capture page">
      <ChoiceField
        label="Language where the attempt names none"
        value={locale}
        error={errorOf('locale')}
        options={[
          ['', "The browser's"],
          ...known,
          // Another tag was set by the API: `de-AT`.
          ...(locale === '' || known.some(([name]) => name === locale) ? [] : [[locale, locale] as const]),
        ]}
        onChange={(tag) => set({ locale: tag === '' ? null : tag })}
      />
      <ChoiceField
        label="A file in place of the camera"
        value={draft.photo_upload ?? 'default'}
        error={errorOf('photo_upload')}
        options={PHOTO_OPTIONS}
        onChange={(choice) => set({ photo_upload: choice === 'default' ? null : choice })}
      />
      <CheckField
        label="The capture may continue on a phone"
        isOn={draft.handoff}
        onChange={(handoff) => set({ handoff })}
      />
    </Section>
  )
}

export const RetentionSection = ({ editor: { draft, set, errorOf } }: PageSectionProps) => (
  <Section title="What is kept">
    <NumberField
      label="Days that pictures of an attempt are kept"
      hint="0 to 3650; 0: never written."
      value={draft.retention_days}
      error={errorOf('retention_days')}
      min={0}
      max={3650}
      onChange={(days) => set({ retention_days: days ?? 0 })}
    />
    <NumberField
      label="Days that what an attempt says beside the decision is kept"
      hint="1 to 3650. Empty: as long as the decision."
      value={draft.metadata_retention_days}
      error={errorOf('metadata_retention_days')}
      min={1}
      max={3650}
      onChange={(days) => set({ metadata_retention_days: days })}
    />
    <NumberField
      label="Days that what was judged of turns of the head is kept"
      hint="With its videos. 0: not at all."
      value={draft.liveness_evidence_days}
      error={errorOf('liveness_evidence_days')}
      min={0}
      onChange={(days) => set({ liveness_evidence_days: days ?? 0 })}
    />
    <CheckField
      label="Videos are kept for as long"
      hint="Of a turn of the head, or what a vendor hands out."
      isOn={draft.face_video}
      onChange={(face_video) => set({ face_video })}
    />
  </Section>
)
