/** Checks of the live picture that a user journey changes. */
import { THRESHOLD_NAMES, toGateOverrides } from '@visavis/face-quality/gate-thresholds'
import { toLiveGates } from '@visavis/face-quality/live-gates'
import { GateConfigError } from '@visavis/face-quality/parse-gates'
import * as z from 'zod'

/** The applicant cannot mend a camera's resolution, so that nobody is held up by it. */
const NAMES = THRESHOLD_NAMES.filter((name) => name !== 'short_side')

const bandSchema = z.strictObject({
  /** Fails beyond this. */
  enter: z.number().optional(),
  /** Once failed, fails until the value is back at this. */
  leave: z.number().optional(),
  /** `false`: the person is told, and the picture is taken all the same a few seconds later. */
  blocks: z.boolean().optional(),
})

/** By the check's name; what is left out keeps its default, and `null` switches a check off. */
export const journeyThresholdsSchema = z
  .partialRecord(z.enum(NAMES), bandSchema.nullable())
  .superRefine((thresholds, context) => {
    try {
      toLiveGates(toGateOverrides(thresholds))
    } catch (error) {
      if (!(error instanceof GateConfigError)) throw error
      context.addIssue({ code: 'custom', message: error.message })
    }
  })
export type JourneyThresholds = z.infer<typeof journeyThresholdsSchema>
