import { Drawing, FIRST_ICONS } from './Icon.tsx'

const PATHS = {
  ...FIRST_ICONS,
  cameraOff: 'M4 4l16 16 M8.4 6.4l.3-.4h6.6L17 8.5h3v9 M17.5 18.5H4v-10h3 M9.3 11.6a3.2 3.2 0 0 0 4.4 4.4',
  retry: 'M18.5 12a6.5 6.5 0 1 1-2-4.7 M18.7 4.5v3.6h-3.6',
  link: 'M10.2 13.8a3.4 3.4 0 0 0 4.8 0l3-3a3.4 3.4 0 0 0-4.8-4.8l-1 1 M13.8 10.2a3.4 3.4 0 0 0-4.8 0l-3 3a3.4 3.4 0 0 0 4.8 4.8l1-1',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z M12 7.5V12l3 2',
  alert: 'M12 8v5 M12 16.2v.3 M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z',
  photo: 'M4 5.5h16v13H4z M4.5 16l4.2-4 3.3 3 3-2.6 4.6 4 M9 9.8a.6.6 0 1 0 0-.1',
  sound:
    'M4 10v4h3l4.500 3.500v-11L7 10z M14.500 9.500a3.600 3.600 0 0 1 0 5 M16.800 7.200a6.800 6.800 0 0 1 0 9.600',
  soundOff: 'M4 10v4h3l4.500 3.500v-11L7 10z M15 10l4.500 4.500 M19.500 10L15 14.500',
  head: 'M12 14.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9z M4 17.500c2 1.700 4.800 2.500 8 2.500s6-.8 8-2.500 M4.300 21.200L4 17.500l3.600-.2 M19.700 21.200l.3-3.700-3.600-.2',
  turn: 'M4.500 8.500h2.600l1.400-2h7l1.400 2h2.600v9.500h-15z M9.200 12.600a2.900 2.900 0 0 1 5.200-1 M14.800 13.400a2.900 2.900 0 0 1-5.200 1 M14.600 9.900v1.800h-1.800 M9.400 16.100v-1.800h1.800',
} as const

export type LaterIconName = keyof typeof PATHS

/** Of the screens that come later. */
export const LaterIcon = ({ name }: { name: LaterIconName }) => <Drawing path={PATHS[name]} />
