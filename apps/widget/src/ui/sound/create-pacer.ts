/**
 * Passes texts on, at most one in `gapMs`: the newest wins, what came and went in between is never said, and nothing is
 * said twice in a row. For screen readers and voices, which talk behind guidance that changes faster.
 */
export const createPacer = (gapMs: number, say: (text: string) => void) => {
  let said = ''
  let waiting = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const pass = () => {
    timer = undefined
    if (waiting === said) return
    said = waiting
    say(said)
    timer = setTimeout(pass, gapMs)
  }
  return {
    offer: (text: string) => {
      waiting = text
      if (timer === undefined) pass()
    },
    stop: () => clearTimeout(timer),
  }
}
