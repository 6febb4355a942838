/** Who has to agree before somebody at the console looks at a picture. */
import * as z from 'zod'
import { answerTime, idOf } from './answers.ts'
import { LOOK_REASONS } from './look-reasons.ts'

/** `two_people`: somebody asks, somebody else allows it. */
export const PICTURE_ACCESS = ['one_person', 'two_people'] as const
export type PictureAccess = (typeof PICTURE_ACCESS)[number]

/** `over`: nobody answered in time, the time to look has passed, or whoever allowed it may see none any more. */
const REQUEST_STATUSES = ['waiting', 'allowed', 'refused', 'over'] as const
export type PictureRequestStatus = (typeof REQUEST_STATUSES)[number]

export const askForPictureSchema = z.object({
  picture_id: z.string().max(64),
  reason: z.enum(LOOK_REASONS),
})

export const answerPictureRequestSchema = z.object({ decision: z.enum(['allow', 'refuse']) })

const personSchema = z.object({
  id: idOf('consoleUser'),
  name: z.string().optional().meta({ description: 'Absent: they see no pictures any more.' }),
})

export const pictureRequestSchema = z
  .object({
    id: idOf('pictureRequest'),
    picture_id: idOf('asset'),
    subject_id: z.string().meta({ description: 'The applicant whose pictures it is about, or the picture.' }),
    reason: z.enum(LOOK_REASONS),
    status: z.enum(REQUEST_STATUSES),
    asked_by: personSchema,
    is_own: z.boolean(),
    decided_by: personSchema.optional(),
    created_on: answerTime,
    expires_on: answerTime.meta({ description: 'Until then it can be answered; once allowed, looked at.' }),
  })
  .meta({ id: 'ConsolePictureRequest' })
export type PictureRequestView = z.output<typeof pictureRequestSchema>

export const pictureRequestsSchema = z
  .object({ picture_access: z.enum(PICTURE_ACCESS), data: z.array(pictureRequestSchema) })
  .meta({ id: 'ConsolePictureRequests' })
export type PictureRequestsView = z.output<typeof pictureRequestsSchema>
