/** 24 × 24, drawn with one stroke; ours. */
const PATHS = {
  camera: 'M4 8.5h3l1.6-2.5h6.8L17 8.5h3v10H4z M12 16.4a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
  cameraOff: 'M4 4l16 16 M8.4 6.4l.3-.4h6.6L17 8.5h3v9 M17.5 18.5H4v-10h3 M9.3 11.6a3.2 3.2 0 0 0 4.4 4.4',
  eye: 'M3 12c2.2-4 5.3-6 9-6s6.8 2 9 6c-2.2 4-5.3 6-9 6s-6.8-2-9-6z M12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  send: 'M12 19V6 M6.5 11.2L12 5.7l5.5 5.5',
  compare:
    'M4 5h7v14H4z M14.5 5H20v14h-5.5 M6 15.5c.4-1.6 2.6-1.6 3 0 M7.5 11.6a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z',
  check: 'M5.5 12.5l4.3 4.3L18.5 8',
  retry: 'M18.5 12a6.5 6.5 0 1 1-2-4.7 M18.7 4.5v3.6h-3.6',
  link: 'M10.2 13.8a3.4 3.4 0 0 0 4.8 0l3-3a3.4 3.4 0 0 0-4.8-4.8l-1 1 M13.8 10.2a3.4 3.4 0 0 0-4.8 0l-3 3a3.4 3.4 0 0 0 4.8 4.8l1-1',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M12 7.5V12l3 2',
  alert: 'M12 8v5 M12 16.2v.3 M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z',
  photo: 'M4 5.5h16v13H4z M4.5 16l4.2-4 3.3 3 3-2.6 4.6 4 M9 9.8a.6.6 0 1 0 0-.1',
} as const

export type IconName = keyof typeof PATHS

/** Beside words that say the same: hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)
