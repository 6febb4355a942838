import { CopyButton } from '../parts/CopyButton.tsx'
import { listSnippets } from './embed-snippets.ts'
import { Section } from './Section.tsx'

/** How a partner's page and server use this journey. */
export const EmbedSection = ({ journeyId }: { journeyId: string }) => (
  <Section title="Use it">
    {listSnippets(location.origin, journeyId).map(({ title, text }) => (
      <details key={title}>
        <summary>{title}</summary>
        <pre>
          <code>{text}</code>
        </pre>
        <CopyButton text={text} />
      </details>
    ))}
  </Section>
)
