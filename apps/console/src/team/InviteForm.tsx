import { useMutation } from '@tanstack/react-query'
import type { CreatedConsoleInviteView } from '@visavis/shared/console-api'
import type { ConsoleRole } from '@visavis/shared/console-roles'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/request.ts'
import type { NewInvite } from '../api/team.ts'
import { withPasskey } from '../api/with-passkey.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { ShownOnce } from '../parts/ShownOnce.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { toFieldWords } from '../words/field-words.ts'
import { ROLE_WORDS } from '../words/words.ts'

const EMPTY: NewInvite = { name: '', role: 'viewer', email: '' }

interface InviteFormProps {
  title: string
  /** One: it is not asked for. */
  roles: readonly ConsoleRole[]
  invite: (draft: NewInvite) => Promise<CreatedConsoleInviteView>
  /** Whatever tells of it asks again. */
  onInvited: () => Promise<unknown>
  /** Whether the server sends the link. */
  canMail: boolean
  /** Whether the address lets them in without it. */
  canSignOn: boolean
}

/** Makes the link of `visavis console invite`, here. */
export const InviteForm = ({ title, roles, invite, onInvited, canMail, canSignOn }: InviteFormProps) => {
  const [draft, setDraft] = useState(EMPTY)
  const { mutate, reset, isPending, error, data } = useMutation({
    mutationFn: () => withPasskey(() => invite(draft)),
    // Also where no mail server took it: it is open then.
    onSettled: onInvited,
    // The link goes with the page.
    gcTime: 0,
  })
  const codes = error instanceof ApiError ? error.codes : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) mutate()
  }
  const again = () => {
    setDraft(EMPTY)
    reset()
  }
  return data ? (
    <ShownOnce title={`The link for ${draft.name}`} texts={[['Link', data.url]]}>
      <p>
        {canMail && draft.email !== '' && `It was sent to ${draft.email}. `}It is shown this once, and opens
        once, until <Time iso={data.expires_on} />. Give it to {draft.name} alone: whoever opens it registers
        a passkey and is in.
      </p>
      <p>
        <button type="button" className="button" onClick={again}>
          Invite somebody else
        </button>
      </p>
    </ShownOnce>
  ) : (
    <form className="card settings" aria-labelledby="invite" noValidate onSubmit={submit}>
      <h2 id="invite">{title}</h2>
      <Trouble error={error} />
      <TextField
        label="Name"
        hint="For the people they work with."
        value={draft.name}
        error={toFieldWords(codes, 'name')}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      {roles.length > 1 && (
        <ChoiceField
          label="Role"
          value={draft.role}
          options={roles.map((role) => [role, ROLE_WORDS[role]] as const)}
          onChange={(role) => setDraft({ ...draft, role })}
        />
      )}
      {(canMail || canSignOn) && (
        <TextField
          label="E-mail"
          hint={[
            ...(canSignOn
              ? ['The one that they have at your sign-in provider: then they need no link.']
              : []),
            ...(canMail ? ['The link is sent there too. Empty: you hand it over.'] : []),
          ].join(' ')}
          type="email"
          value={draft.email}
          error={toFieldWords(codes, 'email')}
          onChange={(email) => setDraft({ ...draft, email })}
        />
      )}
      <p className="buttons">
        <button type="submit" className="button button-primary" aria-disabled={isPending}>
          Make the link
        </button>
      </p>
    </form>
  )
}
