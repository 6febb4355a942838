import type { Overview } from '@visavis/shared/overview-api'
import { Badge } from '../parts/Badge.tsx'
import { formatShare } from '../words/course-words.ts'
import { formatSpan } from '../words/format-time.ts'

const STATE_WORDS = {
  idle: ['not asked', 'plain'],
  ok: ['answers', 'good'],
  failing: ['fails', 'bad'],
} as const

export const ProviderHealth = ({ providers }: { providers: Overview['provider_health'] }) =>
  providers.length === 0 ? null : (
    <section className="card" aria-labelledby="health">
      <h2 id="health">Providers, last quarter of an hour</h2>
      <ul className="plain">
        {providers.map(({ provider, state, failed_share: share, p95_ms: p95 }) => {
          const [words, tone] = STATE_WORDS[state]
          return (
            <li key={provider}>
              {provider} <Badge words={words} tone={tone} />{' '}
              {share !== undefined && (
                <span className="quiet">
                  {formatShare(share, 1)} of calls failed, one in twenty took longer than{' '}
                  {formatSpan(p95 ?? 0)}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
