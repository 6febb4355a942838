import { formatExactTime, formatTime } from '../words/format-time.ts'

export const Time = ({ iso, exact = false }: { iso: string; exact?: boolean }) => (
  <time dateTime={iso} title={iso}>
    {exact ? formatExactTime(iso) : formatTime(iso)}
  </time>
)
