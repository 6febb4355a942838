/** Height of the oval over that of the shown frame, and its width over its height (heads: about 1.35 to 1). */
export const OVAL = { height: 0.76, aspect: 0.74 } as const
