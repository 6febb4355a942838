/** What whoever is no living person before the camera is declined with. */
export const NOT_LIVE = { code: 62305, riskLabel: 'face_not_live' } as const
