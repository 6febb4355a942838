const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: '2-digit' }
const TIME: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
}

const shortFormat = new Intl.DateTimeFormat('en', { ...DATE, ...TIME })
const exactFormat = new Intl.DateTimeFormat('en', { ...DATE, ...TIME, fractionalSecondDigits: 3 })

/** In the time zone of whoever looks. */
export const formatTime = (iso: string): string => shortFormat.format(new Date(iso))

/** With milliseconds. */
export const formatExactTime = (iso: string): string => exactFormat.format(new Date(iso))

const SECOND_MS = 1000
const MINUTE_S = 60
const HOUR_S = 3600

/** `340 ms`, `12.3 s`, `4 min 05 s`, `2 h 03 min` */
export const formatSpan = (ms: number): string => {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`
  const s = ms / SECOND_MS
  if (s < MINUTE_S) return `${s.toFixed(1)} s`
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  if (s < HOUR_S) return `${Math.floor(s / MINUTE_S)} min ${two(s % MINUTE_S)} s`
  return `${Math.floor(s / HOUR_S)} h ${two((s % HOUR_S) / MINUTE_S)} min`
}

/** Of a date input, the beginning of that day here. */
export const toStartOfDay = (date: string): string | undefined => {
  const parsed = new Date(`${date}T00:00:00`)
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString()
}

/** What a date input shows for a time; empty for none. */
export const toDateInput = (iso: string | undefined): string => {
  const date = iso === undefined ? undefined : new Date(iso)
  if (!date || Number.isNaN(date.getTime())) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
