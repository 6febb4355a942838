import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type InstalledTenant, installationQuery, inviteFirstAdmin } from '../api/installation.ts'
import { Heading } from '../parts/Heading.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { InviteForm } from '../team/InviteForm.tsx'

/** For operators: the tenants by number, and what waits. Nothing on it is about a tenant's people. */
export const InstallationPage = () => {
  const { data, error } = useQuery(installationQuery)
  const client = useQueryClient()
  const [invited, setInvited] = useState<InstalledTenant>()
  const tenants: readonly Column<InstalledTenant>[] = [
    ...COLUMNS,
    {
      name: 'Admins',
      cell: (tenant) =>
        tenant.admins > 0 ? (
          tenant.admins
        ) : (
          <button type="button" className="button" onClick={() => setInvited(tenant)}>
            Invite the first…<span className="unseen"> of {tenant.name}</span>
          </button>
        ),
    },
  ]
  return (
    <>
      <Heading title="Installation" />
      <Trouble error={error} />
      {data && (
        <>
          <section className="card" aria-labelledby="tenants">
            <h2 id="tenants">Tenants</h2>
            <RowTable
              label="Tenants, oldest first"
              rows={data.tenants}
              columns={tenants}
              empty="There is no tenant yet. visavis setup makes one."
            />
          </section>
          {invited && (
            <div key={invited.id} ref={focusFirst}>
              <InviteForm
                title={`Invite the first admin of ${invited.name}`}
                roles={['admin']}
                invite={(draft) => inviteFirstAdmin(invited, draft)}
                onInvited={() => client.invalidateQueries(installationQuery)}
                canMail={data.can_mail}
                canSignOn={data.can_sign_on}
              />
            </div>
          )}
          <section className="card" aria-labelledby="queues">
            <h2 id="queues">What the server has to do</h2>
            <RowTable
              label="Jobs, by queue"
              rows={data.queues.map((queue) => ({ id: queue.name, ...queue }))}
              columns={QUEUES}
              empty="Nothing was counted yet."
            />
            <p className="quiet">
              Jobs of all processes, counted about a minute ago. Database: {data.database}.
            </p>
          </section>
        </>
      )}
    </>
  )
}

/** The form that a button far above has brought. */
const focusFirst = (place: HTMLElement | null): void => place?.querySelector('input')?.focus()

const COLUMNS: readonly Column<InstalledTenant>[] = [
  {
    name: 'Name',
    cell: ({ name, has_test_mode }) => (
      <>
        {name} {has_test_mode && <span className="quiet">(with test mode)</span>}
      </>
    ),
  },
  { name: 'Id', cell: ({ id }) => <code>{id}</code>, isWide: true },
  {
    name: 'Face authentications, 24 hours',
    cell: (tenant) => tenant.face_authentications,
    isWide: true,
  },
  {
    name: 'Webhooks that wait',
    cell: ({ webhooks_waiting: waiting, oldest_webhook_on: oldest }) => (
      <>
        {waiting}
        {oldest !== undefined && (
          <span className="quiet">
            {' '}
            since <Time iso={oldest} />
          </span>
        )}
      </>
    ),
    isWide: true,
  },
  {
    name: 'Users',
    cell: ({ users, open_invites: open }) => (open === 0 ? users : `${users}, ${open} invited`),
  },
]

const QUEUES: readonly Column<{ id: string; ready: number; active: number }>[] = [
  { name: 'Queue', cell: ({ id }) => id },
  { name: 'Waiting', cell: ({ ready }) => ready },
  { name: 'Running', cell: ({ active }) => active },
]
