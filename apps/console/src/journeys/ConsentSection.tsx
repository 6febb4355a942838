import type { ConsentNotice } from '@visavis/shared/consent'
import { CheckField } from '../fields/CheckField.tsx'
import { LinesField } from '../fields/LinesField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { Section } from './Section.tsx'
import type { Editor } from './use-editor.ts'

interface ConsentSectionProps {
  editor: Editor
  /** Who asks, as a first guess of who answers for the pictures. */
  partner: string
}

/** What people are told before they agree. How long pictures are kept comes from the journey itself. */
export const ConsentSection = ({ editor: { draft, set, errorOf }, partner }: ConsentSectionProps) => {
  const notice = draft.consent_notice
  const change = (part: Partial<ConsentNotice>) => {
    if (notice) set({ consent_notice: { ...notice, ...part } })
  }
  /** What is empty is not there. */
  const changeUrl = (name: 'terms_url' | 'withdrawal_url', url: string) => {
    if (!notice) return
    const { [name]: _, ...rest } = notice
    set({ consent_notice: url === '' ? rest : { ...rest, [name]: url } })
  }
  return (
    <Section title="Consent">
      <CheckField
        label="The start screen says who answers for the picture"
        hint="With what it is used for, how long it is kept, and your own pages (GDPR Art. 13)."
        isOn={notice !== null}
        onChange={(isOn) => set({ consent_notice: isOn ? { controller: partner, privacy_url: '' } : null })}
      />
      {notice && (
        <>
          <TextField
            label="Responsible company, in full"
            value={notice.controller}
            error={errorOf('consent_notice__controller')}
            onChange={(controller) => change({ controller })}
          />
          <TextField
            label="Privacy notice"
            type="url"
            value={notice.privacy_url}
            error={errorOf('consent_notice__privacy_url')}
            onChange={(privacy_url) => change({ privacy_url })}
          />
          <TextField
            label="Terms of use"
            hint="Empty: none."
            type="url"
            value={notice.terms_url ?? ''}
            error={errorOf('consent_notice__terms_url')}
            onChange={(url) => changeUrl('terms_url', url)}
          />
          <TextField
            label="Where consent is withdrawn"
            hint="Empty: not said."
            type="url"
            value={notice.withdrawal_url ?? ''}
            error={errorOf('consent_notice__withdrawal_url')}
            onChange={(url) => changeUrl('withdrawal_url', url)}
          />
          <LinesField
            label="Others who get the picture"
            hint="One a line, by name: the vendor that compares it, for example."
            value={notice.shared_with ?? []}
            error={errorOf('consent_notice__shared_with')}
            onChange={(shared_with) => change({ shared_with })}
          />
        </>
      )}
    </Section>
  )
}
