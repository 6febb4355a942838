import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ConsoleApplicantView } from '@visavis/shared/console-api'
import { applicantQuery } from '../api/queries.ts'
import { post } from '../api/request.ts'
import { Badge } from '../parts/Badge.tsx'
import { Fact } from '../parts/Fact.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { LOCKOUT_WORDS } from '../words/words.ts'

interface LockoutProps {
  lockout: ConsoleApplicantView['lockout']
  isAdmin: boolean
}

export const Lockout = ({ lockout, isAdmin }: LockoutProps) => {
  const { status, until, declines, applicant_id: id } = lockout
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post(`/applicants/${id}/unlock`),
    onSuccess: () => client.invalidateQueries(applicantQuery(id)),
  })
  const [words, tone] = LOCKOUT_WORDS[status]
  return (
    <section className="card" aria-labelledby="lockout">
      <h2 id="lockout">Lockout</h2>
      <p role="status">
        <Badge words={words} tone={tone} />
      </p>
      <dl className="facts">
        <Fact name="Until">{until && <Time iso={until} />}</Fact>
        <Fact name="Declines since the last approval">{declines.length > 0 && declines.length}</Fact>
        <Fact name="The last of them">{declines.length > 0 && <Time iso={declines.at(-1) ?? ''} />}</Fact>
      </dl>
      {isAdmin && (status !== 'OPEN' || declines.length > 0) && (
        <p>
          <button
            type="button"
            className="button"
            aria-disabled={isPending}
            onClick={() => isPending || mutate()}
          >
            Unlock, and forget the declines
          </button>
        </p>
      )}
      <Trouble error={error} />
    </section>
  )
}
