import { WEBHOOK_EVENT_TYPES, WEBHOOK_EVENTS } from '@visavis/shared/webhook-events'
import { expect, it } from 'vitest'
import { createEvent } from './create-event.ts'

it.each(WEBHOOK_EVENT_TYPES)('%s carries what its type has and nothing else', (type) => {
  const { data } = createEvent(type)
  expect(WEBHOOK_EVENTS[type].strict().parse(data)).toEqual(data)
})

it('keeps what is given', () => {
  const { data } = createEvent('face_removed', { face_source: 'vendor', external_applicant_id: 'customer-7' })
  expect(data).toMatchObject({ face_source: 'vendor', external_applicant_id: 'customer-7' })
})
