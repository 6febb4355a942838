/** Height of the oval over that of the shown frame, and its width over its height (heads: about 1.35 to 1). */
export const OVAL = { height: 0.76, aspect: 0.74 } as const

/** The shown frame is at least this narrow (width over height): a taller camera picture is cut above and below. */
export const STAGE_ASPECT = 3 / 4
