import type { Journey } from '../api/journeys.ts'
import { CopyButton } from '../parts/CopyButton.tsx'
import { listSnippets } from './embed-snippets.ts'
import { Section } from './Section.tsx'

/** How a partner's page and server use this journey, at the server's address: the console may have one of its own. */
export const EmbedSection = ({ journey }: { journey: Journey }) => (
  <Section title="Use it">
    {listSnippets(new URL(journey._links.self.href).origin, journey.id).map(({ title, text }) => (
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
