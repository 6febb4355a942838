import { createMessageFormatter } from '@visavis/shared/create-message-formatter'
import type { OpenedHandoff } from '@visavis/shared/handoff-api'
import type { Locale } from '@visavis/shared/locales'
import { toPlainDigits } from '@visavis/shared/plain-digits'
import { type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react'
import { CaptureApiError } from '../../api/capture-api-error.ts'
import type { HandoffClient } from '../../api/handoff-client.ts'
import type { HandoffCopy } from '../../i18n/handoff-copy.ts'
import { LaterIcon, type LaterIconName } from '../components/LaterIcon.tsx'
import { Spinner } from '../components/Spinner.tsx'
import '../styles/handoff.css'
import '../styles/later.css'

interface ClaimScreenProps {
  client: HandoffClient
  /** Id and code of the address that was scanned. */
  handoff: string
  code: string
  locale: Locale
  words: HandoffCopy
  goTo: (url: string) => void
}

type Trouble = 'wrong' | 'invalid' | 'offline'

const toTrouble = (error: unknown): Trouble => {
  if (!(error instanceof CaptureApiError) || error.code === 'NETWORK') return 'offline'
  if (error.code === 'HANDOFF_NUMBER_WRONG') return 'wrong'
  return error.retryable ? 'offline' : 'invalid'
}

/** What a scanned code asks for, and the number that proves that both devices are before one person. */
export const ClaimScreen = ({ client, handoff, code, locale, words, goTo }: ClaimScreenProps) => {
  const [opened, setOpened] = useState<OpenedHandoff | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [tries, setTries] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    client.open(handoff, code).then(setOpened, (error: unknown) => setTrouble(toTrouble(error)))
  }, [client, handoff, code, tries])

  const retry = () => {
    setTrouble(null)
    setTries(tries + 1)
  }
  const confirm = async (number: string) => {
    if (!opened) return
    setTrouble(null)
    try {
      const { verification_url } = await client.confirm({ handoff, claim: opened.claim, number })
      goTo(verification_url)
    } catch (error) {
      setTrouble(toTrouble(error))
    }
  }

  if (trouble === 'invalid') {
    return (
      <Page title={words.invalidTitle} icon="clock" state="invalid">
        <p className="lead">{words.invalidText}</p>
        {/* They stand beside the code, and hold longer. */}
        <a className="button" href="/code">
          {words.typeDigits}
        </a>
      </Page>
    )
  }
  if (!opened) {
    return (
      <Page title={words.claimTitle} state="opening">
        {trouble ? <Offline words={words} onRetry={retry} /> : <Spinner />}
      </Page>
    )
  }
  return <Claim {...{ words, locale, opened, trouble, confirm }} />
}

interface ClaimProps {
  words: HandoffCopy
  locale: Locale
  opened: OpenedHandoff
  trouble: Trouble | null
  confirm: (number: string) => Promise<void>
}

const Claim = ({ words, locale, opened, trouble, confirm }: ClaimProps) => {
  const format = useMemo(() => createMessageFormatter(locale), [locale])
  const [number, setNumber] = useState('')
  const [isWorking, setWorking] = useState(false)
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isWorking || !/^\d{2}$/.test(number)) return
    setWorking(true)
    await confirm(number)
    setWorking(false)
  }
  const { browser, system } = opened.source
  const source =
    browser && system
      ? format(words.sourceBoth, { browser, system })
      : (browser ?? system ?? words.sourceUnknown)
  return (
    <Page title={words.claimTitle} partner={opened.partner_name} icon="link" state="asking">
      <p className="lead">{format(words.claimText, { partner: opened.partner_name, source })}</p>
      <p className="notice">
        <LaterIcon name="alert" />
        <span>{words.claimWarning}</span>
      </p>
      <form className="field" onSubmit={onSubmit}>
        <label htmlFor="number">{words.numberLabel}</label>
        <input
          id="number"
          name="number"
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          pattern="[0-9]{2}"
          required
          value={number}
          aria-describedby={trouble ? 'trouble' : undefined}
          aria-invalid={trouble === 'wrong'}
          onChange={(event) => setNumber(toPlainDigits(event.target.value).replace(/\D/g, ''))}
        />
        {trouble && (
          <p className="notice" role="alert" id="trouble" data-testid="claim-trouble" data-code={trouble}>
            <LaterIcon name="alert" />
            <span>{trouble === 'wrong' ? words.wrong : words.offline}</span>
          </p>
        )}
        <button type="submit" className="button button-primary" aria-disabled={isWorking}>
          {isWorking && <Spinner />}
          <span>{words.submit}</span>
        </button>
      </form>
    </Page>
  )
}

const Offline = ({ words, onRetry }: { words: HandoffCopy; onRetry: () => void }) => (
  <>
    <p className="lead" role="alert">
      {words.offline}
    </p>
    <button type="button" className="button" onClick={onRetry}>
      {words.submit}
    </button>
  </>
)

interface PageProps {
  title: string
  state: 'opening' | 'asking' | 'invalid'
  partner?: string
  icon?: LaterIconName
  children: ReactNode
}

const Page = ({ title, state, partner, icon, children }: PageProps) => {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className="page" data-testid={`claim-${state}`}>
      <header className="bar">
        <span className="partner">{partner}</span>
      </header>
      <div className="content">
        {icon && (
          <span className="badge" data-tone="plain">
            <LaterIcon name={icon} />
          </span>
        )}
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
