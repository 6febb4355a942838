import { expect, it } from 'vitest'
import { createEventData } from './sample-event.ts'
import { WEBHOOK_EVENT_TYPES } from './webhook-events.ts'

it.each(WEBHOOK_EVENT_TYPES)('%s can be made of nothing', (type) => {
  expect(createEventData(type)).toMatchObject({ applicant_id: expect.stringMatching(/^aplt_/) })
})

it('says what people said where they did, and nowhere else', () => {
  const told = WEBHOOK_EVENT_TYPES.filter((type) => 'review' in createEventData(type))
  expect(told).toEqual(['face_authentication_reviewed', 'face_reviewed'])
})
