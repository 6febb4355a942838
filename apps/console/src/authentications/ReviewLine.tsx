import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { hasRole } from '@visavis/shared/console-roles'
import type { ReviewView } from '@visavis/shared/reviews'
import { meQuery } from '../api/queries.ts'
import { Badge } from '../parts/Badge.tsx'
import { Time } from '../parts/Time.tsx'
import { REVIEW_REASON_WORDS, REVIEW_WORDS } from '../words/words.ts'

/** What people say of it, beside the machine. */
export const ReviewLine = ({ id, review }: { id: string; review: ReviewView | undefined }) => {
  const { data: me } = useQuery(meQuery)
  if (!review) return null
  const [words, tone] = REVIEW_WORDS[review.status]
  return (
    <p>
      Review: <Badge words={words} tone={tone} />{' '}
      {review.reason_code && `${REVIEW_REASON_WORDS[review.reason_code]}. `}
      {review.reviewed_on && <Time iso={review.reviewed_on} />}{' '}
      {me && hasRole(me.role, 'reviewer') && (
        <Link to="/reviews/$subjectId" params={{ subjectId: id }}>
          {review.status === 'pending' ? 'Review it' : 'Who said so'}
        </Link>
      )}
    </p>
  )
}
