import { Link } from '@tanstack/react-router'
import type { ConsoleReviewView } from '@visavis/shared/console-api'
import { Liveness } from '../authentications/AttemptCard.tsx'
import { LevelScale } from '../authentications/LevelScale.tsx'
import { Reasons } from '../authentications/Reasons.tsx'
import { Badge } from '../parts/Badge.tsx'
import { Fact } from '../parts/Fact.tsx'
import { Time } from '../parts/Time.tsx'
import { REVIEW_CAUSE_WORDS, STATUS_WORDS } from '../words/words.ts'

/** What the machine has to say. */
export const Findings = ({ found }: { found: ConsoleReviewView }) => {
  const { applicant, applicant_id, attempt, attempts, authentication, cause, face, user_journey } = found
  const { match_level, minimum_match_level, liveness } = attempt?.details ?? {}
  return (
    <section className="card" aria-labelledby="machine">
      <h2 id="machine">What the machine found</h2>
      {authentication && (
        <>
          <p>
            <Badge
              words={STATUS_WORDS[authentication.status][0]}
              tone={STATUS_WORDS[authentication.status][1]}
            />
          </p>
          <Reasons codes={authentication.response_codes} />
        </>
      )}
      <dl className="facts">
        <Fact name="Why it is here">{REVIEW_CAUSE_WORDS[cause]}</Fact>
        <Fact name="Since">
          <Time iso={found.created_on} />
        </Fact>
        <Fact name="Match">
          {match_level === undefined ? null : (
            <LevelScale level={match_level} minimum={minimum_match_level} />
          )}
        </Fact>
        <Fact name="Liveness">{liveness && <Liveness found={liveness} />}</Fact>
        <Fact name="Risk labels">{authentication?.risk_labels.join(', ')}</Fact>
        <Fact name="Attempts">{attempts > 0 ? attempts : null}</Fact>
        <Fact name="Picture from">
          {attempt?.source && (attempt.source === 'camera' ? 'the camera' : 'a file')}
        </Fact>
        <Fact name="Face">{face?.status}</Fact>
        <Fact name="Journey">{user_journey?.name}</Fact>
        <Fact name="Applicant">
          <Link to="/authentications" search={{ applicant_id }}>
            {applicant?.external_applicant_id ?? applicant_id}
          </Link>
        </Fact>
      </dl>
    </section>
  )
}
