import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ConsoleApplicantView } from '@visavis/shared/console-api'
import { hasRole } from '@visavis/shared/console-roles'
import { applicantQuery, listQuery, meQuery } from '../api/queries.ts'
import { AUTHENTICATION_COLUMNS } from '../authentications/columns.tsx'
import { Badge } from '../parts/Badge.tsx'
import { Fact } from '../parts/Fact.tsx'
import { Heading } from '../parts/Heading.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { FACE_SOURCE_WORDS, FACE_WORDS } from '../words/words.ts'
import { Erasure } from './Erasure.tsx'
import { Lockout } from './Lockout.tsx'

const route = getRouteApi('/desk/applicants/$id')

type Face = ConsoleApplicantView['faces'][number]

const FaceStatus = ({ status }: Pick<Face, 'status'>) => {
  const [words, tone] = FACE_WORDS[status]
  return <Badge words={words} tone={tone} />
}

const FACE_COLUMNS: readonly Column<Face>[] = [
  { name: 'Added', cell: (face) => <Time iso={face.created_on} /> },
  { name: 'Status', cell: (face) => <FaceStatus status={face.status} /> },
  { name: 'From', cell: (face) => FACE_SOURCE_WORDS[face.source] },
  { name: 'Provider', cell: (face) => face.provider, isWide: true },
  { name: 'Expires', cell: (face) => face.expires_on && <Time iso={face.expires_on} />, isWide: true },
  { name: 'Id', cell: (face) => <code>{face.id}</code>, isWide: true },
]

export const ApplicantPage = () => {
  const { id } = route.useParams()
  const found = useQuery(applicantQuery(id))
  return (
    <>
      <Heading title="Applicant">
        <code>{id}</code>
      </Heading>
      <Trouble error={found.error} />
      {found.data && <Person found={found.data} />}
    </>
  )
}

const Person = ({ found }: { found: ConsoleApplicantView }) => {
  const { applicant, faces, lockout, anonymized_on: anonymizedOn } = found
  const { data: me } = useQuery(meQuery)
  const isAdmin = me !== undefined && hasRole(me.role, 'admin')
  return (
    <>
      <section className="card" aria-labelledby="who">
        <h2 id="who">Who</h2>
        <dl className="facts">
          <Fact name="Name">{applicant.external_applicant_name}</Fact>
          <Fact name="E-mail">{applicant.email}</Fact>
          <Fact name="Your id">{applicant.external_applicant_id}</Fact>
          <Fact name="Created">
            <Time iso={applicant.created_on} />
          </Fact>
          <Fact name="Last change">
            <Time iso={applicant.modified_on} />
          </Fact>
        </dl>
      </section>
      <Lockout lockout={lockout} isAdmin={isAdmin} />
      <section className="card" aria-labelledby="faces">
        <h2 id="faces">Faces</h2>
        <RowTable label="Faces, oldest first" rows={faces} columns={FACE_COLUMNS} empty="There is no face." />
      </section>
      <Authentications applicantId={applicant.id} />
      {isAdmin && <Erasure applicantId={applicant.id} isErased={anonymizedOn !== undefined} />}
    </>
  )
}

const Authentications = ({ applicantId }: { applicantId: string }) => {
  const search = { applicant_id: applicantId }
  const list = useQuery(listQuery(search))
  return (
    <section className="card" aria-labelledby="authentications">
      <h2 id="authentications">Face authentications</h2>
      <Trouble error={list.error} />
      {list.data && (
        <RowTable
          label="Face authentications, newest first"
          rows={list.data.data}
          columns={AUTHENTICATION_COLUMNS}
          empty="There was none yet."
        />
      )}
      {list.data?._links.next && (
        <p>
          <Link to="/authentications" search={search}>
            All of them
          </Link>
        </p>
      )}
    </section>
  )
}
