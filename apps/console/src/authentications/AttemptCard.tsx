import type { ConsoleAuthenticationView } from '@visavis/shared/console-api'
import { Badge } from '../parts/Badge.tsx'
import { Fact } from '../parts/Fact.tsx'
import { Time } from '../parts/Time.tsx'
import { CAMERA_WORDS, GUIDANCE_WORDS, STEP_WORDS } from '../words/course-words.ts'
import { formatSpan } from '../words/format-time.ts'
import { ATTEMPT_WORDS, LIVENESS_METHOD_WORDS, LIVENESS_WORDS, RETRY_WORDS } from '../words/words.ts'
import { LevelScale } from './LevelScale.tsx'
import { Picture } from './Picture.tsx'
import { Quality } from './Quality.tsx'
import { Reasons } from './Reasons.tsx'

type Each = ConsoleAuthenticationView['attempts'][number]
type Details = NonNullable<Each['attempt']['details']>

const EVIDENCE_NAMES = { filmstrip: 'Turns of the head', video: 'Video' } as const

const SURFACE_WORDS = {
  redirect: 'on a page of its own',
  script: 'in a frame by our script',
  iframe: 'in a bare frame',
  handoff: 'taken over by another device',
} as const

const toDevice = ({ browser, system, device, surface }: Details): string =>
  [
    browser && [browser.name, browser.version].filter(Boolean).join(' '),
    system,
    device,
    surface && SURFACE_WORDS[surface],
  ]
    .filter(Boolean)
    .join(' · ')

export const Liveness = ({ found: { result, method } }: { found: NonNullable<Details['liveness']> }) => {
  const [words, tone] = LIVENESS_WORDS[result]
  return (
    <>
      <Badge words={words} tone={tone} /> {LIVENESS_METHOD_WORDS[method]}
    </>
  )
}

export const AttemptCard = ({ number, attempt, pictures }: Each & { number: number }) => {
  const [words, tone] = ATTEMPT_WORDS[attempt.status]
  const { details = {} } = attempt
  const { liveness } = details
  const heading = `attempt-${number}`
  const selfies = pictures.filter(({ kind }) => kind === 'selfie')
  const evidence = pictures.flatMap(({ id, kind }) => (kind === 'selfie' ? [] : [{ id, kind }]))
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>Attempt {number}</h2>
      <p>
        <Badge words={words} tone={tone} />
      </p>
      <Reasons codes={attempt.response_codes} />
      <div className="attempt">
        <dl className="facts">
          <Fact name="Match">
            {details.match_level === undefined ? null : (
              <LevelScale level={details.match_level} minimum={details.minimum_match_level} />
            )}
          </Fact>
          <Fact name="Liveness">{liveness && <Liveness found={liveness} />}</Fact>
          <Fact name="Pictures refused">
            {details.retry_reasons
              ?.map(({ reason, count }) => `${RETRY_WORDS[reason]} (${count})`)
              .join(', ')}
          </Fact>
          <Fact name="Tries">{details.tries}</Fact>
          <Fact name="How long">
            {details.course?.steps
              ?.map(({ step, seconds }) => `${STEP_WORDS[step]} ${formatSpan(seconds * 1000)}`)
              .join(', ')}
          </Fact>
          <Fact name="Was told">
            {details.course?.guidance
              ?.map(({ code, seconds }) => `${GUIDANCE_WORDS[code]} ${formatSpan(seconds * 1000)}`)
              .join(', ')}
          </Fact>
          <Fact name="No camera">
            {details.course?.camera_failures
              ?.map(({ reason, count }) => `${CAMERA_WORDS[reason]} (${count})`)
              .join(', ')}
          </Fact>
          <Fact name="Device">{toDevice(details)}</Fact>
          <Fact name="Picture from">
            {attempt.source && (attempt.source === 'camera' ? 'the camera' : 'a file')}
          </Fact>
          <Fact name="Address">{attempt.applicant_session_information?.ip_address}</Fact>
          <Fact name="Language">{attempt.locale}</Fact>
          <Fact name="Link made">
            <Time iso={attempt.created_on} />
          </Fact>
          <Fact name="Id">
            <code>{attempt.id}</code>
          </Fact>
        </dl>
        {selfies.map(({ id }) => (
          <Picture key={id} id={id} name={`Selfie of attempt ${number}`} />
        ))}
      </div>
      {evidence.map(({ id, kind }) => (
        <Picture key={id} id={id} kind={kind} name={`${EVIDENCE_NAMES[kind]} of attempt ${number}`} />
      ))}
      {pictures.map(({ id, quality }) => quality && <Quality key={id} quality={quality} />)}
    </section>
  )
}
