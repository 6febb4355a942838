/** What one look at the installation found: a line of `visavis doctor`. */
export interface Finding {
  check: string
  /** `warning`: it works, and is yet most likely a mistake. `wrong`: it does not work. */
  verdict: 'ok' | 'warning' | 'wrong'
  /** What is so, and what to do about it. Never a secret: it is made to be pasted into a ticket. */
  text: string
}

export const about = (check: string) => ({
  ok: (text: string): Finding => ({ check, verdict: 'ok', text }),
  warning: (text: string): Finding => ({ check, verdict: 'warning', text }),
  wrong: (text: string): Finding => ({ check, verdict: 'wrong', text }),
})

/** The innermost cause's code, or what it says. */
export const toReason = (failure: unknown): string => {
  if (!(failure instanceof Error)) return String(failure)
  if ('code' in failure && typeof failure.code === 'string') return failure.code
  return failure.cause === undefined ? failure.message : toReason(failure.cause)
}
