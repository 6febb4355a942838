import type { Overview } from '@visavis/shared/overview-api'
import type { ReactNode } from 'react'
import { Time } from '../parts/Time.tsx'
import { formatShare } from '../words/course-words.ts'
import { formatSpan } from '../words/format-time.ts'
import { ListLink } from './ListLink.tsx'

const Tile = ({ name, children, note }: { name: string; children: ReactNode; note?: ReactNode }) => (
  <div className="tile">
    <dt>{name}</dt>
    <dd>
      <strong>{children}</strong>
      {note && <span className="quiet">{note}</span>}
    </dd>
  </div>
)

export const Tiles = ({ overview }: { overview: Overview }) => {
  const { total, statuses, to_complete: completion, liveness, webhooks } = overview
  const countOf = (status: string) => statuses.find((each) => each.status === status)?.count ?? 0
  const approved = countOf('approved')
  const declined = countOf('declined')
  const refused = liveness.find(({ result }) => result === 'failed')?.count ?? 0
  return (
    <dl className="tiles">
      <Tile name="Face authentications">
        <ListLink count={total} of="All" />
      </Tile>
      <Tile
        name="Approved"
        note={`${formatShare(approved, total)} of all, ${formatShare(approved, approved + declined)} of those decided`}
      >
        <ListLink count={approved} of="Approved" more={{ status: 'approved' }} />
      </Tile>
      <Tile name="Declined" note={`${formatShare(declined, total)} of all`}>
        <ListLink count={declined} of="Declined" more={{ status: 'declined' }} />
      </Tile>
      <Tile name="No living person" note="liveness refused them">
        <ListLink count={refused} of="Refused by liveness" more={{ liveness: 'failed' }} />
      </Tile>
      <Tile
        name="Time to complete"
        note={completion && `one in twenty longer than ${formatSpan(completion.p95_seconds * 1000)}`}
      >
        {completion ? (
          <ListLink count={completion.count} of="Decided" more={{ reached: 'decided' }}>
            {formatSpan(completion.p50_seconds * 1000)}
          </ListLink>
        ) : (
          '–'
        )}
      </Tile>
      <Tile
        name="Webhooks waiting"
        note={
          <>
            {webhooks.oldest_on && (
              <>
                since <Time iso={webhooks.oldest_on} />,{' '}
              </>
            )}
            {webhooks.failed} given up
          </>
        }
      >
        {webhooks.waiting}
      </Tile>
    </dl>
  )
}
