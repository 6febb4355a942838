import type { ConsoleAuthenticationView } from '@visavis/shared/console-api'
import { Badge } from '../parts/Badge.tsx'
import { Time } from '../parts/Time.tsx'
import { formatSpan } from '../words/format-time.ts'
import { DELIVERY_WORDS, toEventWords } from '../words/words.ts'

type Events = ConsoleAuthenticationView['events']
type Delivery = Events[number]['deliveries'][number]

export const Timeline = ({ events }: { events: Events }) => (
  <section className="card" aria-labelledby="timeline">
    <h2 id="timeline">What happened</h2>
    {events.length === 0 ? (
      <p className="empty">Events are kept for 30 days; there are none of this one any more.</p>
    ) : (
      <ol className="timeline">
        {events.map(({ event, deliveries }, index) => {
          const before = events[index - 1]?.event.created_on
          return (
            <li key={event.id}>
              <strong>{toEventWords(event.type)}</strong>
              <span className="quiet">
                <Time iso={event.created_on} exact />
                {before && ` · ${formatSpan(Date.parse(event.created_on) - Date.parse(before))} later`}
              </span>
              {deliveries.map((delivery) => (
                <DeliveryLine key={delivery.id} delivery={delivery} />
              ))}
            </li>
          )
        })}
      </ol>
    )}
  </section>
)

const DeliveryLine = ({
  delivery: { status, attempts, webhook_endpoint_id: endpoint },
}: {
  delivery: Delivery
}) => {
  const [words, tone] = DELIVERY_WORDS[status]
  const last = attempts.at(-1)
  const answer = last && (last.response_status ?? last.error?.replaceAll('_', ' '))
  return (
    <span className="delivery">
      Webhook to <code>{endpoint}</code> <Badge words={words} tone={tone} />
      {last && ` ${attempts.length}×, last ${answer} in ${formatSpan(last.duration_ms)}`}
    </span>
  )
}
