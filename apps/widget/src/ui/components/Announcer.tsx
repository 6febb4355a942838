import { useEffect, useRef, useState } from 'react'
import { createPacer } from '../sound/create-pacer.ts'

interface AnnouncerProps {
  /** Said when there is time. */
  polite: string
  /** Said at once; empty: nothing. */
  urgent: string
  /** Guidance changes faster than a screen reader reads: it gets the newest this often. */
  gapMs: number
}

/** The one place that speaks to screen readers while the camera is on; what is urgent goes first. */
export const Announcer = ({ polite, urgent, gapMs }: AnnouncerProps) => {
  const [said, setSaid] = useState('')
  const pacer = useRef<ReturnType<typeof createPacer> | null>(null)
  useEffect(() => {
    const made = createPacer(setSaid)
    pacer.current = made
    return made.stop
  }, [])
  useEffect(() => {
    if (!urgent) pacer.current?.offer(polite, gapMs)
  }, [polite, urgent, gapMs])
  return (
    <>
      <p className="unseen" role="status">
        {urgent ? '' : said}
      </p>
      <p className="unseen" role="alert">
        {urgent}
      </p>
    </>
  )
}
