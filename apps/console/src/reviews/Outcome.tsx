import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ConsoleReviewView } from '@visavis/shared/console-api'
import { useEffect, useRef } from 'react'
import { reviewsQuery } from '../api/queries.ts'
import { Badge } from '../parts/Badge.tsx'
import { Time } from '../parts/Time.tsx'
import { REVIEW_REASON_WORDS, REVIEW_WORDS } from '../words/words.ts'

type ReasonCode = keyof typeof REVIEW_REASON_WORDS

interface OutcomeProps {
  found: ConsoleReviewView
  /** It takes the place of the form that somebody has just sent, whose focus goes here. */
  isNew: boolean
}

/** How it ended, by whom, and on to the next one. */
export const Outcome = ({ found: { review, opinions }, isNew }: OutcomeProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isNew) heading.current?.focus()
  }, [isNew])
  const next = useQuery(reviewsQuery()).data?.data[0]
  const [words, tone] = REVIEW_WORDS[review.status]
  return (
    <section className="card" aria-labelledby="outcome">
      <h2 id="outcome" tabIndex={-1} ref={heading}>
        What people said
      </h2>
      <p role="status">
        <Badge words={words} tone={tone} />
      </p>
      <ul className="reasons">
        {opinions.map(({ reviewer = 'By key', outcome, reason_code, reason, created_on }) => (
          <li key={created_on + reviewer}>
            <strong>{reviewer}</strong>: {outcome}. {REVIEW_REASON_WORDS[reason_code as ReasonCode]}.{' '}
            {reason && `“${reason}”`}{' '}
            <span className="quiet">
              <Time iso={created_on} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        {next ? (
          <Link to="/reviews/$subjectId" params={{ subjectId: next.subject_id }}>
            To the next one
          </Link>
        ) : (
          <Link to="/reviews">To the reviews</Link>
        )}
      </p>
    </section>
  )
}
