import type { ConsoleReviewView } from '@visavis/shared/console-api'
import {
  type DecideReview,
  MAX_REVIEW_REASON_LENGTH,
  REVIEW_OUTCOMES,
  REVIEW_REASON_CODES,
  type ReviewOutcome,
  type ReviewReasonCode,
} from '@visavis/shared/reviews'
import { type FormEvent, useState } from 'react'
import { REVIEW_REASON_WORDS } from '../words/words.ts'

const OUTCOME_WORDS: Record<ReviewOutcome, string> = { accepted: 'Accept', refused: 'Refuse' }

interface DecisionFormProps {
  found: ConsoleReviewView
  isPending: boolean
  onDecide: (decision: DecideReview) => void
}

/** Arrow keys choose, Enter sends: a form as browsers make it. */
export const DecisionForm = ({ found, isPending, onDecide }: DecisionFormProps) => {
  const { four_eyes, has_reviewed, face } = found
  const [outcome, setOutcome] = useState<ReviewOutcome>()
  const [reasonCode, setReasonCode] = useState<ReviewReasonCode>()
  const [reason, setReason] = useState('')
  if (has_reviewed) {
    return (
      <p className="card" role="status">
        You have said what you think. Another person has to look at it, and agree.
      </p>
    )
  }
  const codes: readonly ReviewReasonCode[] = outcome ? REVIEW_REASON_CODES[outcome] : []
  const choose = (chosen: ReviewOutcome) => {
    setOutcome(chosen)
    setReasonCode(REVIEW_REASON_CODES[chosen][0])
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending || !outcome || !reasonCode) return
    const words = reason.trim()
    onDecide({ outcome, reason_code: reasonCode, ...(words ? { reason: words } : {}) })
  }
  return (
    <form className="card" aria-labelledby="decision" onSubmit={submit}>
      <h2 id="decision">What do you say?</h2>
      {four_eyes && <p>Two people have to agree. You are not told what the other one thinks.</p>}
      <fieldset className="choices">
        <legend className="unseen">Outcome</legend>
        {REVIEW_OUTCOMES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="outcome"
              required
              checked={outcome === each}
              onChange={() => choose(each)}
            />{' '}
            {OUTCOME_WORDS[each]}
          </label>
        ))}
      </fieldset>
      {face && (
        <p className="quiet">
          A face that is accepted is compared from now on. One that is refused is deleted.
        </p>
      )}
      <label className="field">
        <span>Reason</span>
        <select
          value={reasonCode ?? ''}
          disabled={codes.length === 0}
          onChange={({ target }) => setReasonCode(codes.find((code) => code === target.value))}
        >
          {codes.map((code) => (
            <option key={code} value={code}>
              {REVIEW_REASON_WORDS[code]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>In words{reasonCode === 'other' ? '' : ', if there is more to say'}</span>
        <textarea
          rows={3}
          maxLength={MAX_REVIEW_REASON_LENGTH}
          required={reasonCode === 'other'}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p>
        <button type="submit" className="button button-primary" aria-disabled={isPending}>
          {outcome ? OUTCOME_WORDS[outcome] : 'Decide'}
        </button>
      </p>
    </form>
  )
}
