import { useState } from 'react'
import { listSnippets } from './embed-snippets.ts'
import { Section } from './Section.tsx'

/** How a partner's page and server use this journey. */
export const EmbedSection = ({ journeyId }: { journeyId: string }) => (
  <Section title="Use it">
    {listSnippets(location.origin, journeyId).map(({ title, text }) => (
      <details key={title}>
        <summary>{title}</summary>
        <Snippet text={text} />
      </details>
    ))}
  </Section>
)

const Snippet = ({ text }: { text: string }) => {
  const [isCopied, setCopied] = useState(false)
  return (
    <>
      <pre>
        <code>{text}</code>
      </pre>
      <button
        type="button"
        className="button"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }}
      >
        Copy
      </button>{' '}
      <span role="status">{isCopied ? 'Copied.' : ''}</span>
    </>
  )
}
