import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Credential, type CredentialKind, credentialsQuery, revokeCredential } from '../api/keys.ts'
import { toSkip } from '../api/queries.ts'
import { Badge } from '../parts/Badge.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Pager } from '../parts/Pager.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { useListSearch } from '../parts/use-list-search.ts'

export const KeysPage = () => (
  <>
    <Heading title="Keys">
      <Link to="/keys/new">New key or client</Link>
    </Heading>
    <Credentials kind="api-keys" title="API keys" empty="There is no API key." />
    <Credentials kind="oauth-clients" title="OAuth clients" empty="There is no OAuth client." />
  </>
)

interface CredentialsProps {
  kind: CredentialKind
  title: string
  empty: string
}

const Credentials = ({ kind, title, empty }: CredentialsProps) => {
  const { search, set } = useListSearch()
  const skip = search[kind]
  const client = useQueryClient()
  const list = useQuery({ ...credentialsQuery(kind, skip ?? '0'), placeholderData: keepPreviousData })
  const columns: readonly Column<Credential>[] = [
    ...COLUMNS,
    {
      name: 'Revoke',
      cell: (row) => (
        <Confirm
          trigger={
            <>
              Revoke…<span className="unseen"> {toName(row)}</span>
            </>
          }
          question={`Revoke ${toName(row)}?`}
          yes="Revoke for good"
          no="Keep"
          onYes={() => revokeCredential(kind, row.id)}
          onDone={() => client.invalidateQueries({ queryKey: [kind] })}
        >
          <p>
            Whoever uses it is refused from then on
            {kind === 'oauth-clients' && ', and so is every token that it was given'}. It cannot be undone,
            and it is written to the audit log under your name.
          </p>
          <p>
            <code>{row.id}</code>
          </p>
        </Confirm>
      ),
    },
  ]
  return (
    <section className="card" aria-labelledby={kind}>
      <h2 id={kind}>{title}</h2>
      <Trouble error={list.error} />
      {list.data && (
        <RowTable
          label={`${title}, oldest first`}
          rows={list.data.data}
          columns={columns}
          isStale={list.isPlaceholderData}
          empty={empty}
        />
      )}
      <Pager
        cursor={skip}
        next={toSkip(list.data)}
        words={['Oldest', 'Newer']}
        onGo={(to) => set({ [kind]: to })}
      />
    </section>
  )
}

/** With its last characters: names need not be different. */
const toName = ({ name, last_four: lastFour = '????' }: Credential): string =>
  name === undefined ? `…${lastFour}` : `“${name}” (…${lastFour})`

const State = ({ expires_on: expiresOn }: Credential) =>
  expiresOn !== undefined && Date.parse(expiresOn) <= Date.now() ? (
    <Badge words="Run out" tone="care" />
  ) : (
    <Badge words="Active" tone="good" />
  )

const COLUMNS: readonly Column<Credential>[] = [
  {
    name: 'Name',
    cell: ({ name, last_four: lastFour = '????' }) => (
      <>
        {name} <code className="quiet tail">…{lastFour}</code>
      </>
    ),
  },
  {
    name: 'May do',
    cell: ({ scopes }) => (
      <ul className="plain">
        {scopes.map((scope) => (
          <li key={scope}>
            <code>{scope}</code>
          </li>
        ))}
      </ul>
    ),
    isWide: true,
  },
  { name: 'Created', cell: (row) => <Time iso={row.created_on} />, isWide: true },
  {
    name: 'Last used',
    cell: ({ last_used_on: iso }) => (iso === undefined ? 'never' : <Time iso={iso} />),
    isWide: true,
  },
  {
    name: 'Runs out',
    cell: ({ expires_on: iso }) => (iso === undefined ? 'never' : <Time iso={iso} />),
    isWide: true,
  },
  {
    name: 'From',
    cell: ({ allowed_networks: networks = ['everywhere'] }) => networks.join(', '),
    isWide: true,
  },
  { name: 'State', cell: (row) => <State {...row} /> },
]
