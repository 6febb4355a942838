import { Link } from '@tanstack/react-router'
import type { FaceAuthentication } from '../api/queries.ts'
import { Badge } from '../parts/Badge.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { STATUS_WORDS } from '../words/words.ts'

const Status = ({ status }: Pick<FaceAuthentication, 'status'>) => {
  const [words, tone] = STATUS_WORDS[status]
  return <Badge words={words} tone={tone} />
}

export const AUTHENTICATION_COLUMNS: readonly Column<FaceAuthentication>[] = [
  {
    name: 'Created',
    cell: (row) => (
      <Link to="/authentications/$id" params={{ id: row.id }}>
        <Time iso={row.created_on} />
      </Link>
    ),
  },
  { name: 'Status', cell: (row) => <Status status={row.status} /> },
  {
    name: 'Reason',
    cell: (row) =>
      row.response_codes.map(({ code, summary }) => `${code} ${summary.replaceAll('_', ' ')}`).join(', '),
  },
]
