import { CAMERA_WORDS, FUNNEL_WORDS, GUIDANCE_WORDS, toCountry } from '../words/course-words.ts'
import { CODE_OPTIONS, LIVENESS_WORDS, RETRY_WORDS } from '../words/words.ts'

/** Filters that a link sets and no field shows, with how to say their values. */
const LABELS: Readonly<
  Record<string, readonly [label: string, toWords?: (value: string) => string | undefined]>
> = {
  provider: ['Provider'],
  system: ['System'],
  device: ['Device'],
  browser: ['Browser'],
  country: ['Country', toCountry],
  reached: ['Came as far as', (value) => lookUp(FUNNEL_WORDS, value)],
  stopped_at: ['Stopped at', (value) => lookUp(FUNNEL_WORDS, value)],
  retry_reason: ['Picture refused', (value) => lookUp(RETRY_WORDS, value)],
  guidance: ['Was told', (value) => lookUp(GUIDANCE_WORDS, value)],
  camera_failure: ['No camera', (value) => lookUp(CAMERA_WORDS, value)],
  liveness: ['Liveness', (value) => lookUp(LIVENESS_WORDS, value)?.[0]],
  response_code: ['Reason', (value) => CODE_OPTIONS.find((option) => option.value === value)?.label],
}

const lookUp = <Words,>(words: Readonly<Record<string, Words>>, value: string): Words | undefined =>
  Object.hasOwn(words, value) ? words[value] : undefined

interface FilterChipsProps {
  search: Readonly<Record<string, string>>
  /** Those that have no field on the page. */
  names: readonly (keyof typeof LABELS)[]
  onRemove: (name: string) => void
}

/** What else is filtered by; each goes away by its button. */
export const FilterChips = ({ search, names, onRemove }: FilterChipsProps) => {
  const set = names.flatMap((name) => {
    const value = search[name]
    const [label = name, toWords] = LABELS[name] ?? []
    return value === undefined ? [] : [{ name, label, words: toWords?.(value) ?? value }]
  })
  return set.length === 0 ? null : (
    <ul className="chips" aria-label="Also filtered by">
      {set.map(({ name, label, words }) => (
        <li key={name}>
          <button type="button" className="chip" onClick={() => onRemove(name)}>
            {label}: {words} <span aria-hidden="true">×</span>
            <span className="unseen"> take away</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
