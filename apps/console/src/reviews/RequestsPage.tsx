import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PictureRequestView } from '@visavis/shared/picture-access'
import {
  answerRequest,
  forgetPictureRequests,
  listToAnswer,
  pictureRequestsQuery,
} from '../api/picture-requests.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { Heading } from '../parts/Heading.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { LOOK_REASON_WORDS, LOOK_STATUS_WORDS } from '../words/words.ts'

/** Who wants to look at pictures, for those who can allow it; and what became of one's own. */
export const RequestsPage = () => {
  const { data, error } = useQuery(pictureRequestsQuery)
  const own = data?.data.filter(({ is_own: isOwn }) => isOwn) ?? []
  return (
    <>
      <Heading title="Picture requests" />
      <Trouble error={error} />
      {data && (
        <>
          <section className="card" aria-labelledby="to-answer">
            <h2 id="to-answer">Colleagues ask you</h2>
            <RowTable
              label="What colleagues ask, oldest first"
              rows={listToAnswer(data)}
              columns={TO_ANSWER}
              empty="Nobody asks at the moment."
            />
          </section>
          <section className="card" aria-labelledby="own">
            <h2 id="own">You asked</h2>
            <RowTable
              label="What you asked, oldest first"
              rows={own}
              columns={OWN}
              empty="Nothing since yesterday."
            />
          </section>
        </>
      )}
    </>
  )
}

const nameOf = ({ name, id }: PictureRequestView['asked_by']) => name ?? id

const Answer = ({ request, decision }: { request: PictureRequestView; decision: 'allow' | 'refuse' }) => {
  const client = useQueryClient()
  const who = nameOf(request.asked_by)
  const isYes = decision === 'allow'
  return (
    <Confirm
      trigger={
        <>
          {isYes ? 'Allow…' : 'Refuse…'}
          <span className="unseen"> the look of {who}</span>
        </>
      }
      question={isYes ? `May ${who} look?` : `Refuse ${who} the look?`}
      yes={isYes ? 'Allow it' : 'Refuse it'}
      no="Not now"
      onYes={() => answerRequest(request.id, decision)}
      onDone={() => forgetPictureRequests(client)}
    >
      <p>
        {isYes
          ? 'For 15 minutes they see all pictures of this person. Each look, and that you allowed it, is in the audit log.'
          : 'They see none. It is written to the audit log under your name.'}
      </p>
    </Confirm>
  )
}

const SHARED: readonly Column<PictureRequestView>[] = [
  { name: 'Why', cell: ({ reason }) => LOOK_REASON_WORDS[reason] },
  { name: 'Pictures of', cell: ({ subject_id: id }) => <code>{id}</code>, isWide: true },
  { name: 'Since', cell: ({ created_on: iso }) => <Time iso={iso} />, isWide: true },
]

const TO_ANSWER: readonly Column<PictureRequestView>[] = [
  { name: 'Who', cell: ({ asked_by: person }) => nameOf(person) },
  ...SHARED,
  {
    name: 'Answer',
    cell: (request) => (
      <div className="buttons">
        <Answer request={request} decision="allow" />
        <Answer request={request} decision="refuse" />
      </div>
    ),
  },
]

const OWN: readonly Column<PictureRequestView>[] = [
  ...SHARED,
  {
    name: 'Answer',
    cell: ({ status, decided_by: person }) =>
      `${LOOK_STATUS_WORDS[status]}${person ? ` by ${nameOf(person)}` : ''}`,
  },
  { name: 'Until', cell: ({ expires_on: iso }) => <Time iso={iso} />, isWide: true },
]
