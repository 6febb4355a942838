import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WebhookTestView } from '@visavis/shared/console-api'
import { type WebhookEndpoint, webhooksQuery } from '../api/queries.ts'
import { post } from '../api/request.ts'
import { Badge } from '../parts/Badge.tsx'
import { Fact } from '../parts/Fact.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { formatSpan } from '../words/format-time.ts'
import { toEventWords } from '../words/words.ts'

export const WebhooksPage = () => {
  const list = useQuery(webhooksQuery)
  return (
    <>
      <Heading title="Webhooks" />
      <Trouble error={list.error} />
      {list.data?.data.length === 0 && (
        <p className="empty" role="status">
          There is no endpoint. Create one with POST /webhook-endpoints.
        </p>
      )}
      {list.data?.data.map((endpoint) => (
        <Endpoint key={endpoint.id} endpoint={endpoint} />
      ))}
    </>
  )
}

const Endpoint = ({ endpoint }: { endpoint: WebhookEndpoint }) => {
  const { id, url, active, event_types: types, description } = endpoint
  const test = useMutation({ mutationFn: () => post<WebhookTestView>(`/webhook-endpoints/${id}/test`) })
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        <code>{url}</code>
      </h2>
      <p>
        <Badge words={active ? 'Switched on' : 'Switched off'} tone={active ? 'good' : 'care'} />
      </p>
      <dl className="facts">
        <Fact name="For">{description}</Fact>
        <Fact name="Events">{types ? types.map(toEventWords).join(', ') : 'all'}</Fact>
        <Fact name="Created">
          <Time iso={endpoint.created_on} />
        </Fact>
      </dl>
      <p className="buttons">
        <Link to="/webhooks/$id" params={{ id }}>
          What was sent
        </Link>
        <button
          type="button"
          className="button"
          aria-disabled={test.isPending}
          onClick={() => test.isPending || test.mutate()}
        >
          Send a test
        </button>
      </p>
      <p role="status">{test.data && <Outcome test={test.data} />}</p>
      <Trouble error={test.error} />
    </section>
  )
}

const Outcome = ({ test }: { test: WebhookTestView }) => (
  <>
    <Badge words={test.error ? 'Not taken' : 'Taken'} tone={test.error ? 'bad' : 'good'} />{' '}
    {test.response_status ?? test.error?.replaceAll('_', ' ')} in {formatSpan(test.duration_ms)}, as event{' '}
    <code>{test.event_id}</code>
  </>
)
