import { CheckRow } from './CheckRow.tsx'
import { CHECKS } from './checks.ts'
import { Section } from './Section.tsx'
import type { Editor } from './use-editor.ts'

interface ChecksSectionProps {
  editor: Editor
  /** Shows in the preview what the person is told. */
  onLook: (code: string) => void
}

export const ChecksSection = ({ editor: { draft, set, errorOf }, onLook }: ChecksSectionProps) => {
  const { thresholds } = draft
  const own = Object.keys(thresholds).length
  return (
    <Section title="Checks of the live picture">
      <p className="quiet">
        A check fails beyond its first value and, once it has, until the picture is back at the second. One
        that only hints is told for three seconds; then the picture is taken all the same.
      </p>
      <p className="wrong">{errorOf('thresholds')}</p>
      <details open={own > 0}>
        <summary>{own === 0 ? 'All are as usual' : `${own} of ${CHECKS.length} are changed`}</summary>
        <div className="checks">
          {CHECKS.map((check) => (
            <CheckRow
              key={check.name}
              check={check}
              value={thresholds[check.name as keyof typeof thresholds]}
              onLook={() => onLook(check.code)}
              onChange={(value) => {
                const { [check.name as keyof typeof thresholds]: _, ...others } = thresholds
                set({ thresholds: value === undefined ? others : { ...others, [check.name]: value } })
              }}
            />
          ))}
        </div>
      </details>
    </Section>
  )
}
