import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SCOPES, type Scope } from '@visavis/shared/scopes'
import { type FormEvent, useId, useState } from 'react'
import {
  type ApiKey,
  type CredentialKind,
  createCredential,
  type NewCredential,
  type OauthClient,
} from '../api/keys.ts'
import { IS_TEST, TEST_DESK } from '../api/mode.ts'
import { meQuery } from '../api/queries.ts'
import { ApiError } from '../api/request.ts'
import { withPasskey } from '../api/with-passkey.ts'
import { CheckField } from '../fields/CheckField.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { LinesField } from '../fields/LinesField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { Heading } from '../parts/Heading.tsx'
import { ShownOnce } from '../parts/ShownOnce.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { toFieldWords } from '../words/field-words.ts'
import { SCOPE_WORDS } from '../words/words.ts'

const KINDS = [
  ['api-keys', 'API key'],
  ['oauth-clients', 'OAuth client'],
] as const

const MODES = [
  ['live', 'Live'],
  ['test', 'Test'],
] as const

/** A client is of the mode of the desk that makes it. */
const toBody = (kind: CredentialKind, { livemode, ...draft }: NewCredential): NewCredential => ({
  ...draft,
  name: draft.name?.trim() || undefined,
  ...(kind === 'api-keys' && livemode === false ? { livemode } : {}),
})

export const NewKeyPage = () => {
  const [kind, setKind] = useState<CredentialKind>('api-keys')
  const [draft, setDraft] = useState<NewCredential>({ name: '', scopes: [], allowed_networks: [] })
  const client = useQueryClient()
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => withPasskey(() => createCredential(kind, toBody(kind, draft))),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [kind] })
      // The way to test mode is there from its first key on.
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
    },
    // The secret goes with the page.
    gcTime: 0,
  })
  const codes = error instanceof ApiError ? error.codes : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) mutate()
  }
  return (
    <>
      <Heading title="New key" />
      <Trouble error={error} />
      {data ? (
        <Made credential={data} />
      ) : (
        <form className="card settings" onSubmit={submit}>
          <ChoiceField
            label="What"
            hint="A client gets tokens for an hour with its id and secret (OAuth 2.0 client credentials)."
            value={kind}
            options={KINDS}
            onChange={setKind}
          />
          {kind === 'api-keys' && !IS_TEST && (
            <ChoiceField
              label="Mode"
              hint="A test key has data of its own, where magic applicants give each outcome. The first one begins it."
              value={draft.livemode === false ? 'test' : 'live'}
              options={MODES}
              onChange={(mode) => setDraft({ ...draft, livemode: mode === 'test' ? false : undefined })}
            />
          )}
          <TextField
            label="Name"
            hint="For your own people: who uses it."
            value={draft.name ?? ''}
            error={toFieldWords(codes, 'name')}
            onChange={(name) => setDraft({ ...draft, name })}
          />
          <Scopes
            scopes={draft.scopes}
            error={
              codes.includes('scopes__too_short') ? 'Choose at least one.' : toFieldWords(codes, 'scopes')
            }
            onChange={(scopes) => setDraft({ ...draft, scopes })}
          />
          <DateField
            label="Runs out"
            hint="With the beginning of that day. Empty: never."
            value={draft.expires_on}
            error={toFieldWords(codes, 'expires_on')}
            onChange={(expires_on) => setDraft({ ...draft, expires_on })}
          />
          <LinesField
            label="Allowed networks"
            hint="Addresses and networks (192.0.2.0/24), one a line. Empty: everywhere."
            value={draft.allowed_networks ?? []}
            error={toFieldWords(codes, 'allowed_networks')}
            onChange={(allowed_networks) => setDraft({ ...draft, allowed_networks })}
          />
          <p className="buttons">
            <button type="submit" className="button button-primary" aria-disabled={isPending}>
              Create it
            </button>
            <Link to="/keys">Back</Link>
          </p>
        </form>
      )}
    </>
  )
}

interface ScopesProps {
  scopes: readonly Scope[]
  error: string | undefined
  onChange: (scopes: Scope[]) => void
}

const Scopes = ({ scopes, error, onChange }: ScopesProps) => {
  const id = useId()
  return (
    <fieldset className="settings" aria-describedby={id}>
      <legend>May do</legend>
      <p className="wrong" id={id}>
        {error}
      </p>
      {SCOPES.map((scope) => (
        <CheckField
          key={scope}
          label={scope}
          hint={SCOPE_WORDS[scope]}
          isOn={scopes.includes(scope)}
          onChange={(isOn) =>
            onChange(SCOPES.filter((each) => (each === scope ? isOn : scopes.includes(each))))
          }
        />
      ))}
    </fieldset>
  )
}

const Made = ({ credential }: { credential: ApiKey | OauthClient }) => {
  const texts =
    'client_id' in credential
      ? ([
          ['Client id', credential.client_id],
          ['Client secret', credential.client_secret ?? ''],
        ] as const)
      : ([['API key', credential.key ?? '']] as const)
  return (
    <ShownOnce title="Copy it now" texts={texts}>
      <p>
        It is shown this once: the server keeps its hash alone, and this page nothing. Put it where your
        server keeps its secrets.
      </p>
      {credential.livemode === false && !IS_TEST && (
        <p>
          It is among the keys of <a href={`${TEST_DESK}/keys`}>test mode</a>.
        </p>
      )}
      <p>
        <Link to="/keys">Done, to all keys</Link>
      </p>
    </ShownOnce>
  )
}
