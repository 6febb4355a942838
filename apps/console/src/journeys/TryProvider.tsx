import { useMutation } from '@tanstack/react-query'
import type { ProviderErrorKind, ProviderTestView } from '@visavis/shared/console-settings'
import { testProvider } from '../api/journeys.ts'
import { Badge } from '../parts/Badge.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { formatSpan } from '../words/format-time.ts'

const isRefusal = (error: ProviderErrorKind) => error === 'unauthorized' || error === 'rejected'

const ERROR_WORDS: Record<ProviderErrorKind, string> = {
  timeout: 'It did not answer in time.',
  unavailable: 'It cannot be reached, or is not well.',
  rate_limited: 'It takes no more calls at the moment.',
  unauthorized: 'It refuses these credentials.',
  rejected: 'It refuses the request, and so perhaps the credentials.',
  protocol: 'It answered something else than what it documents: see the address.',
}

/** Asks the vendor, with the settings that are kept: what was typed and not saved is no part of it. */
export const TryProvider = ({ journeyId }: { journeyId: string }) => {
  const { mutate, isPending, data, error } = useMutation({ mutationFn: () => testProvider(journeyId) })
  return (
    <div className="text">
      <button
        type="button"
        className="button"
        aria-disabled={isPending}
        onClick={() => isPending || mutate()}
      >
        Try the settings that are kept
      </button>
      <p role="status">{data && <Answer {...data} />}</p>
      <Trouble error={error} />
    </div>
  )
}

const Answer = ({ tested, duration_ms, error, response_status, vendor_code }: ProviderTestView) => {
  if (!tested) return 'Nothing but a capture shows whether this provider takes them.'
  const answer = [response_status, vendor_code].filter((part) => part !== undefined).join(' ')
  return (
    <>
      {error ? (
        <Badge words={isRefusal(error) ? 'Refused' : 'Not known'} tone={isRefusal(error) ? 'bad' : 'care'} />
      ) : (
        <Badge words="Taken" tone="good" />
      )}{' '}
      {error ? ERROR_WORDS[error] : 'The vendor takes them.'} {answer && <code>{answer}</code>}{' '}
      <span className="quiet">after {formatSpan(duration_ms)}</span>
    </>
  )
}
