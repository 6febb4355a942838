import { ApiError } from '../api/request.ts'

const toWords = (error: Error): string =>
  error.name === 'NotAllowedError' || error.name === 'AbortError'
    ? 'The passkey was not used. Try again.'
    : error.message

/** What went wrong, read out at once. */
export const Trouble = ({ error }: { error: Error | null }) => (
  <div role="alert">
    {error && (
      <p className="trouble">
        {toWords(error)}
        {error instanceof ApiError && error.status >= 500 && error.requestId && (
          <>
            {' '}
            Request <code>{error.requestId}</code>
          </>
        )}
        {error instanceof ApiError && error.codes.includes('console_sign_on_needed') && (
          <>
            {' '}
            <a href="/console/confirm" target="_blank" rel="noreferrer">
              Confirm in a new tab
            </a>
          </>
        )}
      </p>
    )}
  </div>
)
