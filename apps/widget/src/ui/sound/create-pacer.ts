/**
 * Passes texts on, the next not before the last one has had its time: the newest wins, what came and went in between is
 * never said, and nothing is said twice in a row. For screen readers and voices, which talk behind guidance that changes
 * faster.
 */
export const createPacer = (say: (text: string) => void) => {
  let said = ''
  let waiting = ''
  let gap = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const pass = () => {
    timer = undefined
    if (waiting === said) return
    said = waiting
    say(said)
    timer = setTimeout(pass, gap)
  }
  return {
    /** `gapMs`: how long whatever is said next has before another. */
    offer: (text: string, gapMs: number) => {
      waiting = text
      gap = gapMs
      if (timer === undefined) pass()
    },
    stop: () => clearTimeout(timer),
  }
}
