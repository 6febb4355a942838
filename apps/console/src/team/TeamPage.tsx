import { useQuery, useQueryClient } from '@tanstack/react-query'
import { CONSOLE_ROLES } from '@visavis/shared/console-roles'
import { useState } from 'react'
import { meQuery } from '../api/queries.ts'
import {
  changeRole,
  type Invite,
  inviteMember,
  type Member,
  removeMember,
  revokeInvite,
  teamQuery,
} from '../api/team.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { Heading } from '../parts/Heading.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { ROLE_WORDS } from '../words/words.ts'
import { InviteForm } from './InviteForm.tsx'

/** Read anew after each change, whoever made it. */
const useReadAgain = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries(teamQuery)
}

export const TeamPage = () => {
  const { data, error } = useQuery(teamQuery)
  const { data: me } = useQuery(meQuery)
  const readAgain = useReadAgain()
  const members: readonly Column<Member>[] = [
    {
      name: 'Name',
      cell: (member) => (
        <>
          <NameAndEmail {...member} /> {member.id === me?.id && <span className="quiet">(you)</span>}
        </>
      ),
    },
    { name: 'Role', cell: ({ role }) => role },
    {
      name: 'Last sign-in',
      cell: ({ last_sign_in_on: iso }) => (iso === undefined ? 'never' : <Time iso={iso} />),
      isWide: true,
    },
    { name: 'Passkeys', cell: ({ passkeys }) => passkeys, isWide: true },
    { name: 'Since', cell: (member) => <Time iso={member.created_on} />, isWide: true },
    {
      name: 'Change',
      cell: (member) => (
        <div className="buttons">
          {member.id !== me?.id && <ChangeRole member={member} />}
          <Remove member={member} />
        </div>
      ),
    },
  ]
  return (
    <>
      <Heading title="Team" />
      <Trouble error={error} />
      {data && (
        <>
          <section className="card" aria-labelledby="members">
            <h2 id="members">Who may sign in</h2>
            <RowTable
              label="Who may sign in, oldest first"
              rows={data.users}
              columns={members}
              empty="Nobody may sign in."
            />
          </section>
          <section className="card" aria-labelledby="invites">
            <h2 id="invites">Open invitations</h2>
            <RowTable
              label="Open invitations, oldest first"
              rows={data.invites}
              columns={INVITE_COLUMNS}
              empty="Nobody is invited at the moment."
            />
          </section>
        </>
      )}
      <InviteForm
        title="Invite somebody"
        roles={CONSOLE_ROLES}
        invite={inviteMember}
        onInvited={readAgain}
        canMail={data?.can_mail ?? false}
        canSignOn={data?.can_sign_on ?? false}
      />
    </>
  )
}

const NameAndEmail = ({ name, email }: Pick<Member, 'name' | 'email'>) => (
  <>
    {name}
    {email && <span className="quiet address"> {email}</span>}
  </>
)

const ChangeRole = ({ member }: { member: Member }) => {
  const [role, setRole] = useState(member.role)
  const readAgain = useReadAgain()
  return (
    <Confirm
      trigger={
        <>
          Role…<span className="unseen"> of {member.name}</span>
        </>
      }
      question={`Another role for ${member.name}?`}
      yes="Change the role"
      no="Leave it"
      onYes={() => changeRole(member, role)}
      onDone={readAgain}
    >
      <ChoiceField
        label="Role"
        value={role}
        options={CONSOLE_ROLES.map((each) => [each, ROLE_WORDS[each]] as const)}
        onChange={setRole}
      />
      <p>It counts at once, and is written to the audit log under your name.</p>
    </Confirm>
  )
}

const Remove = ({ member }: { member: Member }) => {
  const readAgain = useReadAgain()
  return (
    <Confirm
      trigger={
        <>
          Remove…<span className="unseen"> {member.name}</span>
        </>
      }
      question={`Remove ${member.name}?`}
      yes="Remove for good"
      no="Keep"
      onYes={() => removeMember(member)}
      onDone={readAgain}
    >
      <p>
        They are signed out here at once, and no passkey leads back: for that they need a new invitation. It
        is written to the audit log under your name.
      </p>
    </Confirm>
  )
}

const Revoke = ({ invite }: { invite: Invite }) => {
  const readAgain = useReadAgain()
  return (
    <Confirm
      trigger={
        <>
          Revoke…<span className="unseen"> the invitation of {invite.name}</span>
        </>
      }
      question={`Revoke the invitation of ${invite.name}?`}
      yes="Revoke it"
      no="Keep"
      onYes={() => revokeInvite(invite)}
      onDone={readAgain}
    >
      <p>Its link opens nothing from then on.</p>
    </Confirm>
  )
}

const INVITE_COLUMNS: readonly Column<Invite>[] = [
  { name: 'Name', cell: (invite) => <NameAndEmail {...invite} /> },
  { name: 'Role', cell: ({ role }) => role },
  { name: 'Invited', cell: (invite) => <Time iso={invite.created_on} />, isWide: true },
  { name: 'Good until', cell: (invite) => <Time iso={invite.expires_on} />, isWide: true },
  { name: 'Revoke', cell: (invite) => <Revoke invite={invite} /> },
]
