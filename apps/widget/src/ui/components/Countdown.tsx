import type { CompiledMessage } from '@visavis/shared/compiled-message'
import { useEffect, useState } from 'react'
import { useCopy } from '../hooks/use-copy.ts'

const SECOND_MS = 1000

interface CountdownProps {
  ms: number
  /** Knows `{count}`. */
  text: CompiledMessage
}

/** Seconds that are left. Not a live region: a voice could not keep up with it. */
export const Countdown = ({ ms, text }: CountdownProps) => {
  const { format } = useCopy()
  const [seconds, setSeconds] = useState(Math.ceil(ms / SECOND_MS))
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(left - 1, 0)), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className="lead" data-testid="countdown">
      {format(text, { count: seconds })}
    </p>
  )
}
