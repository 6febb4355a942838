/** 24 × 24, drawn with one stroke; ours. The few that are seen first: the others are in `LaterIcon.tsx`. */
export const FIRST_ICONS = {
  camera: 'M4 8.5h3l1.6-2.5h6.8L17 8.5h3v10H4z M12 16.4a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
  eye: 'M3 12c2.2-4 5.3-6 9-6s6.8 2 9 6c-2.2 4-5.3 6-9 6s-6.8-2-9-6z M12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  send: 'M12 19V6 M6.5 11.2L12 5.7l5.5 5.5',
  compare:
    'M4 5h7v14H4z M14.5 5H20v14h-5.5 M6 15.5c.4-1.6 2.6-1.6 3 0 M7.5 11.6a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z',
  check: 'M5.5 12.5l4.3 4.3L18.5 8',
} as const

export type IconName = keyof typeof FIRST_ICONS

/** Beside words that say the same: hidden from screen readers. */
export const Drawing = ({ path }: { path: string }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)

export const Icon = ({ name }: { name: IconName }) => <Drawing path={FIRST_ICONS[name]} />
