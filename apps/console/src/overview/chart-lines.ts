/** What the chart shows, in the order of its legend. */
export const LINES = [
  { key: 'total', label: 'All', color: '--ink' },
  { key: 'approved', label: 'Approved', color: '--good' },
  { key: 'declined', label: 'Declined', color: '--bad' },
] as const
