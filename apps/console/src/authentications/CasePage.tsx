import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ConsoleAuthenticationView } from '@visavis/shared/console-api'
import { caseQuery } from '../api/queries.ts'
import { Badge } from '../parts/Badge.tsx'
import { Fact } from '../parts/Fact.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { STATUS_WORDS } from '../words/words.ts'
import { AttemptCard } from './AttemptCard.tsx'
import { Reasons } from './Reasons.tsx'
import { References } from './References.tsx'
import { ReviewLine } from './ReviewLine.tsx'
import { Timeline } from './Timeline.tsx'

const route = getRouteApi('/desk/authentications/$id')

export const CasePage = () => {
  const { id } = route.useParams()
  const found = useQuery(caseQuery(id))
  return (
    <>
      <Heading title="Face authentication">
        <code>{id}</code>
      </Heading>
      <Trouble error={found.error} />
      {found.data && <Case found={found.data} />}
    </>
  )
}

const Case = ({ found }: { found: ConsoleAuthenticationView }) => {
  const { authentication, applicant, user_journey: journey, attempts, references, events } = found
  const [words, tone] = STATUS_WORDS[authentication.status]
  return (
    <>
      <section className="card" aria-labelledby="why">
        <h2 id="why">Why it stands as it does</h2>
        <p>
          <Badge words={words} tone={tone} />
        </p>
        <Reasons codes={authentication.response_codes} />
        {authentication.risk_labels.length > 0 && <p>Risk labels: {authentication.risk_labels.join(', ')}</p>}
        <ReviewLine id={authentication.id} review={authentication.review} />
        <dl className="facts">
          <Fact name="Created">
            <Time iso={authentication.created_on} />
          </Fact>
          <Fact name="Last change">
            <Time iso={authentication.modified_on} />
          </Fact>
          <Fact name="Journey">{journey && `${journey.name} (${journey.provider})`}</Fact>
          <Fact name="Applicant">
            <Link to="/applicants/$id" params={{ id: authentication.applicant_id }}>
              {applicant?.external_applicant_name ?? applicant?.external_applicant_id ?? 'All of them'}
            </Link>
          </Fact>
          <Fact name="E-mail">{applicant?.email}</Fact>
          <Fact name="Your id">{applicant?.external_applicant_id}</Fact>
          <Fact name="Applicant id">
            <code>{authentication.applicant_id}</code>
          </Fact>
        </dl>
      </section>
      {attempts.map((each, index) => (
        <AttemptCard key={each.attempt.id} number={index + 1} {...each} />
      ))}
      {references.length > 0 && (
        <section className="card" aria-labelledby="on-file">
          <h2 id="on-file">Faces on file</h2>
          <div className="pictures">
            <References references={references} />
          </div>
        </section>
      )}
      {attempts.length === 0 && <p className="empty">There was no attempt yet.</p>}
      <Timeline events={events} />
    </>
  )
}
