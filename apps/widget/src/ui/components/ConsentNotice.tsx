import { isWebUrl } from '../../is-web-url.ts'
import { useCaptureContext } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** Who answers for the picture, what for, how long, who else gets it, and how to take it back (GDPR Art. 13). */
export const ConsentNotice = () => {
  const notice = useCaptureContext(({ session }) => session?.notice)
  const isEnrolment = useCaptureContext(({ session }) => session?.purpose === 'enrolment')
  const { copy, format, locale } = useLaterCopy()
  if (!notice) return null
  const { picture_days: days, shared_with: names = [] } = notice
  const said = copy.notice
  const kept = isEnrolment ? said.onFile : days === 0 ? said.notKept : format(said.days, { count: days })
  const facts = [
    [said.controller, notice.controller],
    [said.purpose, said.purposes[isEnrolment ? 'enrolment' : 'authentication']],
    [said.kept, kept],
    [said.shared, names.length > 0 ? new Intl.ListFormat(locale).format(names) : said.nobody],
  ] as const
  const links = [
    [said.privacy, notice.privacy_url],
    [said.terms, notice.terms_url],
    [said.withdraw, notice.withdrawal_url],
  ] as const
  return (
    <details className="consent-notice">
      <summary>{said.title}</summary>
      <dl>
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {links.map(
          ([text, url]) =>
            url !== undefined &&
            isWebUrl(url) && (
              <li key={text}>
                {/* Beside the page: what was begun here is not lost. */}
                <a href={url} target="_blank" rel="noreferrer">
                  {text}
                </a>
              </li>
            ),
        )}
      </ul>
    </details>
  )
}
