import type { FaceAuthentication } from '../api/queries.ts'
import { toCodeWords } from '../words/words.ts'

export const Reasons = ({ codes }: { codes: FaceAuthentication['response_codes'] }) =>
  codes.length === 0 ? null : (
    <ul className="reasons">
      {codes.map(({ code, summary }) => {
        const [meaning, remedy] = toCodeWords(code) ?? [summary.replaceAll('_', ' ')]
        return (
          <li key={code}>
            <strong>{meaning}</strong> {remedy}{' '}
            <span className="quiet">
              {code} {summary}
            </span>
          </li>
        )
      })}
    </ul>
  )
