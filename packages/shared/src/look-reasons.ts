/** Why somebody asks to look at a picture. */
export const LOOK_REASONS = ['complaint', 'fraud_suspected', 'quality_check', 'review', 'support'] as const
export type LookReason = (typeof LOOK_REASONS)[number]
