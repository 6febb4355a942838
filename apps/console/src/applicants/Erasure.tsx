import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ErasureReceipt, receiptQuery } from '../api/queries.ts'
import { post } from '../api/request.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { Fact } from '../parts/Fact.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { ERASURE_WORDS } from '../words/words.ts'

interface ErasureProps {
  applicantId: string
  isErased: boolean
}

export const Erasure = ({ applicantId, isErased }: ErasureProps) => (
  <section className="card" aria-labelledby="erasure">
    <h2 id="erasure">Erasure</h2>
    {isErased ? <Receipt applicantId={applicantId} /> : <Erase applicantId={applicantId} />}
  </section>
)

const Erase = ({ applicantId }: Pick<ErasureProps, 'applicantId'>) => {
  const client = useQueryClient()
  return (
    <>
      <p>Takes the person out of everything that is kept here. Your own id of them stays.</p>
      <div>
        <Confirm
          trigger="Erase this person…"
          question="Erase this person?"
          yes="Erase for good"
          no="Keep"
          onYes={() => post<ErasureReceipt>(`/applicants/${applicantId}/anonymize`)}
          // Whatever was shown of them is gone everywhere.
          onDone={() => client.invalidateQueries()}
        >
          <p>
            Name, e-mail, faces, pictures and 1:N entries go, in each face authentication too. It cannot be
            undone, and it is written to the audit log under your name.
          </p>
        </Confirm>
      </div>
    </>
  )
}

const Receipt = ({ applicantId }: Pick<ErasureProps, 'applicantId'>) => {
  const { data: receipt, error } = useQuery(receiptQuery(applicantId))
  return (
    <>
      <Trouble error={error} />
      {receipt && (
        <>
          <p role="status">
            {receipt.completed_on ? 'Everything personal was erased.' : 'Something is still being erased.'}
          </p>
          <dl className="facts">
            <Fact name="Begun">
              <Time iso={receipt.created_on} />
            </Fact>
            <Fact name="Ended">{receipt.completed_on && <Time iso={receipt.completed_on} />}</Fact>
            {receipt.erased.map(({ kind, count }) => (
              <Fact key={kind} name={ERASURE_WORDS[kind]}>
                {count}
              </Fact>
            ))}
            <Fact name="Receipt">
              <code>{receipt.id}</code>
            </Fact>
          </dl>
        </>
      )}
    </>
  )
}
