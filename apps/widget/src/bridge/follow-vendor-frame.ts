import type { Next } from '@visavis/shared/capture-api'

export type FrameStep = Extract<Next, { next: 'frame' }>

interface FollowVendorFrameOptions {
  frame: HTMLIFrameElement
  step: FrameStep
  /** A message that the server has to see. */
  onReport: (message: Record<string, unknown>) => void
  host?: Pick<Window, 'addEventListener' | 'removeEventListener'>
}

/**
 * Listens to the vendor's page and answers it, by the step's rules. Only what this very frame says counts, and only
 * while it shows the vendor's origin; answers go to exactly that origin (HTML, "Cross-document messaging", §9.3.2.1).
 * @returns how to stop
 */
export const followVendorFrame = ({
  frame,
  step: { origin, rules },
  onReport,
  host = window,
}: FollowVendorFrameOptions): (() => void) => {
  const hear = ({ source, origin: from, data }: MessageEvent) => {
    if (source === null || source !== frame.contentWindow || from !== origin) return
    const message = readMessage(data)
    const rule = message && rules.find(({ match }) => includes(message, match))
    if (!rule) return
    if (rule.action === 'reply') frame.contentWindow?.postMessage(rule.message, origin)
    else onReport(message)
  }
  host.addEventListener('message', hear)
  return () => host.removeEventListener('message', hear)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object, or one as JSON text; anything else is none of ours. */
const readMessage = (data: unknown): Record<string, unknown> | undefined => {
  if (isRecord(data)) return data
  if (typeof data !== 'string') return undefined
  try {
    const parsed: unknown = JSON.parse(data)
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** Every field of `part` is in `whole` with the same value, nested ones too. */
const includes = (whole: unknown, part: unknown): boolean =>
  isRecord(part)
    ? isRecord(whole) && Object.entries(part).every(([key, value]) => includes(whole[key], value))
    : Object.is(whole, part)
