import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Delivery, deliveriesQuery, eventQuery, toSkip } from '../api/queries.ts'
import { post } from '../api/request.ts'
import { Badge } from '../parts/Badge.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Pager } from '../parts/Pager.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { useListSearch } from '../parts/use-list-search.ts'
import { DELIVERY_WORDS, toEventWords } from '../words/words.ts'

const route = getRouteApi('/desk/webhooks/$id')

const DeliveryStatus = ({ status }: Pick<Delivery, 'status'>) => {
  const [words, tone] = DELIVERY_WORDS[status]
  return <Badge words={words} tone={tone} />
}

const toLastAnswer = ({ attempts }: Delivery) => {
  const last = attempts.at(-1)
  return last && `${attempts.length}×, last ${last.response_status ?? last.error?.replaceAll('_', ' ')}`
}

export const WebhookPage = () => {
  const { id } = route.useParams()
  const { search, set } = useListSearch()
  const skip = search.skip ?? '0'
  const client = useQueryClient()
  const list = useQuery({ ...deliveriesQuery(id, skip), placeholderData: keepPreviousData })
  const again = useMutation({
    mutationFn: (delivery: Delivery) => post<Delivery>(`/webhook-deliveries/${delivery.id}/redeliver`),
    onSettled: () => client.invalidateQueries({ queryKey: ['deliveries', id] }),
  })
  const columns: readonly Column<Delivery>[] = [
    { name: 'Created', cell: (delivery) => <Time iso={delivery.created_on} /> },
    { name: 'Status', cell: (delivery) => <DeliveryStatus status={delivery.status} /> },
    { name: 'Answers', cell: toLastAnswer, isWide: true },
    { name: 'Payload', cell: (delivery) => <Payload eventId={delivery.event_id} /> },
    {
      name: 'Again',
      cell: (delivery) => (
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={again.isPending}
          onClick={() => again.isPending || again.mutate(delivery)}
        >
          Send again
        </button>
      ),
    },
  ]
  return (
    <>
      <Heading title="Webhook">
        <code>{id}</code>
      </Heading>
      <Trouble error={list.error ?? again.error} />
      <p role="status">{again.data && 'It is on its way again.'}</p>
      {list.data && (
        <RowTable
          label="Deliveries, newest first"
          rows={list.data.data}
          columns={columns}
          isStale={list.isPlaceholderData}
          empty="Nothing was sent. Events are kept for 30 days."
        />
      )}
      <Pager cursor={search.skip} next={toSkip(list.data)} onGo={(to) => set({ skip: to })} />
    </>
  )
}

/** As it is sent. Nobody loads it who does not ask. */
const Payload = ({ eventId }: { eventId: string }) => {
  const [isOpen, setOpen] = useState(false)
  const event = useQuery({ ...eventQuery(eventId), enabled: isOpen })
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide' : 'Show'}
      </button>
      {isOpen && <Trouble error={event.error} />}
      {isOpen && event.data && (
        <>
          <p>{toEventWords(event.data.type)}</p>
          <pre className="payload">{JSON.stringify(event.data, null, 2)}</pre>
        </>
      )}
    </>
  )
}
