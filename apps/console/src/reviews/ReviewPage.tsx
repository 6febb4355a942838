import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ConsoleReviewView } from '@visavis/shared/console-api'
import type { DecideReview } from '@visavis/shared/reviews'
import { caseQuery, decideReview, reviewQuery } from '../api/queries.ts'
import { Picture } from '../authentications/Picture.tsx'
import { Quality } from '../authentications/Quality.tsx'
import { References } from '../authentications/References.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { Findings } from './Findings.tsx'
import { Outcome } from './Outcome.tsx'

const route = getRouteApi('/desk/reviews/$subjectId')

export const ReviewPage = () => {
  const { subjectId } = route.useParams()
  const { data, error } = useQuery(reviewQuery(subjectId))
  return (
    <>
      <Heading title="Review">
        <code>{subjectId}</code>
      </Heading>
      <Trouble error={error} />
      {data && <Bench key={subjectId} found={data} />}
    </>
  )
}

const Bench = ({ found }: { found: ConsoleReviewView }) => {
  const { subject_id: subjectId, pictures, references, review, authentication } = found
  const client = useQueryClient()
  const { mutate, isPending, isIdle, error } = useMutation({
    mutationFn: (decision: DecideReview) => decideReview(subjectId, decision),
    // Where somebody else was faster, what they said is there to see.
    onSettled: () =>
      Promise.all(
        [reviewQuery(subjectId).queryKey, ['reviews'], caseQuery(subjectId).queryKey].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  })
  const taken = authentication ? 'Selfie' : 'New face'
  return (
    <>
      <section className="card" aria-labelledby="faces">
        <h2 id="faces">Is it the same person?</h2>
        <div className="pictures">
          {pictures.map(({ id }) => (
            <Picture key={id} id={id} name={taken} title={taken} />
          ))}
          <References references={references} />
        </div>
        {pictures.length === 0 && <p className="empty">Its picture is not kept any more.</p>}
        {references.length === 0 && <p className="empty">No picture of a face on file is kept here.</p>}
        {pictures.map(({ id, quality }) => quality && <Quality key={id} quality={quality} />)}
      </section>
      <Findings found={found} />
      <Trouble error={error} />
      {review.status === 'pending' ? (
        <DecisionForm found={found} isPending={isPending} onDecide={mutate} />
      ) : (
        <Outcome found={found} isNew={!isIdle} />
      )}
      <p>
        {authentication && (
          <Link to="/authentications/$id" params={{ id: subjectId }}>
            All of this face authentication
          </Link>
        )}
      </p>
    </>
  )
}
